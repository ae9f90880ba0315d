"""`make links`: follow each link that leaves the site, and name those that lead nowhere."""

import sys
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from macros.mistakes import Mistake, Place

from .pages.external_links import addresses

GONE = {404, 410}
PATIENCE = 30  # seconds for one address
HEADERS = {"User-Agent": "link check", "Accept": "*/*"}


def answer_of(address: str, method: str = "HEAD") -> tuple[str, bool]:
    """What an address answers, '' where all is well, and whether it certainly leads nowhere."""
    request = urllib.request.Request(address, method=method, headers=HEADERS)  # noqa: S310 # only http and https come here
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE):  # noqa: S310
            return "", False
    except urllib.error.HTTPError as error:
        error.close()  # it holds the line that the answer came on
        if method == "HEAD":  # some hosts answer only those who want the page
            return answer_of(address, "GET")
        return f"answers {error.code}", error.code in GONE
    except (OSError, ValueError) as error:
        return f"gives no answer: {getattr(error, 'reason', error)}", False


def follow(found: Iterable[tuple[Place, str]]) -> dict[str, tuple[str, bool]]:
    """What each address answers. Hosts are asked at the same time, the addresses of one host after each other."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for _, address in found:
        if urlsplit(address).scheme in {"http", "https"}:
            hosts[urlsplit(address).netloc].add(address.partition("#")[0])
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda host: {address: answer_of(address) for address in sorted(host)}, hosts.values())
        return {address: answer for host in answers for address, answer in host.items()}


def main(project: Path = Path()) -> int:
    """Print what leads nowhere, then what a person should look at; 1 where something does, 2 where nothing answered at all."""
    found = list(addresses(project))
    answers = follow(found)
    if answers and all(problem.startswith("gives") for problem, _ in answers.values()):
        print("No address answered at all. Is this machine online?")
        return 2
    dead: list[Mistake] = []
    unsure: list[Mistake] = []
    for place, address in found:
        problem, gone = answers.get(address.partition("#")[0], ("", False))
        if problem:
            what = "find where it moved, or take the link out" if gone else "open it in a browser to see for yourself"
            (dead if gone else unsure).append(Mistake(place, f"{address} {problem}; {what}"))
    for title, mistakes in (("These links lead nowhere:", dead), ("These may be fine, but did not say so to a program:", unsure)):
        print(*([title, *sorted(mistakes)] if mistakes else []), sep="\n", end="\n" if mistakes else "")
    print(f"{len(answers)} addresses were asked, {len(dead)} links lead nowhere.")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
