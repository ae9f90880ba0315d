"""How tests are shared among workers, also when one of them dies."""

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

# Modules, and a folder, whose fixtures cost more than most of their tests.
TOGETHER = {
    "publish",
    "test_hostile",
    "test_moves",
    "test_nginx",
    "test_planted",
    "test_print",
    "test_recipes",
    "test_second",
    "test_serve",
}


class Scheduling(LoadScopeScheduling):  # type: ignore[misc] # xdist has no types
    """Gives tests to workers one by one, and modules whose fixtures cost most as a whole: each worker would make them anew.

    Up to xdist 3.8, who takes the place of a dead worker waits: for a second test before it starts the first, and for the
    end of tests that were over (its issues 1323, 1327, 1362 and 1371). A run that waits has no end, so here it does not.
    """

    def _split_scope(self, nodeid: str) -> str:
        """What goes to one worker together. The mark `xdist_group` does nothing with pytest 9.2."""
        path = Path(nodeid.partition("::")[0])
        return min(TOGETHER & {path.stem, path.parent.name}, default=nodeid)

    def schedule(self) -> None:
        """Share tests out: a worker starts one when it knows of the next."""
        super().schedule()
        for node in self.nodes:
            self._reschedule(node)

    def _reschedule(self, node: WorkerController) -> None:
        """Give a worker more to do, if it has found out what there is."""
        if node in self.registered_collections:
            super()._reschedule(node)

    def remove_node(self, node: WorkerController) -> str | None:
        """Take back what a worker has not begun; its test, if it died in one, is not tried again unless somebody asks."""
        if self.collection is None:
            self.registered_collections.pop(node, None)
        begun = None
        for scope, tests in self.assigned_work.pop(node).items():
            left = {test: False for test, done in tests.items() if not done}
            if left and not begun:
                begun = next(iter(left))
                del left[begun]
            if left:
                self.workqueue[scope] = left
        return begun

    def mark_test_pending(self, item: str) -> None:
        """Try the test of a dead worker again: pytest-rerunfailures asks for it, before anything else is shared out."""
        self.workqueue.setdefault(self._split_scope(item), {})[item] = False
