"""What a reader does in one tab, in the same words for every engine: things are found by their role and their name."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Which elements have a role, and what each is called: enough for what this site has. In an open dialogue nothing behind it is found.
FIND = """
const [role, name, nth] = arguments;
const kinds = {
    button: "button, summary", link: "a[href]", checkbox: "input[type=checkbox]", radio: "input[type=radio]",
    textbox: "textarea, input:not([type]), input[type=text], input[type=search], input[type=date]", combobox: "select",
    heading: "h1, h2, h3, h4, legend", file: "input[type=file]", dialog: "dialog",
};
const tidy = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
const named = (one) => {
    const by = one.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");
    const label = [...(one.labels ?? [])].map((each) => [...each.childNodes].filter((node) => node !== one).map((node) => node.textContent).join(" ")).join(" ");
    return [by, one.getAttribute("aria-label"), label, one.innerText, one.title].map(tidy).filter(Boolean); // its name, and the words that are seen
};
const room = [...document.querySelectorAll("dialog[open]")].pop() ?? document;
const found = [...room.querySelectorAll(kinds[role])].filter((one) => role === "file" || one.checkVisibility({ visibilityProperty: true }));
const fits = (said) => said === name || said === `${name}¶` || (role === "radio" && said.startsWith(`${name} `));
return found.filter((one) => named(one).some(fits))[nth] ?? null;
"""
SEEN = (
    'return (document.body?.innerText ?? "").replace(/\\s+/g, " ").toLowerCase().includes(arguments[0].toLowerCase())'  # styles change case
)
DROP = """
const [text, type] = arguments, carried = new DataTransfer();
carried.items.add(new File([text], "b.json"));
document.querySelector("h2").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
"""
CLEAR = "try { localStorage.clear(); sessionStorage.clear(); } catch { /* refused */ }"
WAIT = 20  # seconds: only a failing test waits that long


class LeavingError(Exception):
    """The page was just being left for the next one, so it answered nothing."""


class Tab(ABC):
    """One tab. Scripts are bodies of functions, which read `arguments` and return what JSON can hold."""

    downloads: Path  # where the engine puts files
    keeps_pages = False  # for the way back, each time; Chromium and Firefox do not always
    forces_colours = True  # where asked
    gave_up = False  # something that was waited for did not come: whoever comes next gets another tab

    @abstractmethod
    def open(self, path: str) -> None:
        """Load a page of the site."""

    @abstractmethod
    def run(self, body: str, *given: Any) -> Any:
        """Run a script in the page."""

    @abstractmethod
    def _click(self, found: tuple[str, str, int]) -> bool:
        """Press what `FIND` finds, as a reader does; False where it is not there."""

    @abstractmethod
    def keys(self, *keys: str) -> None:
        """Press keys where the focus is; a name such as PageDown, or letters to type."""

    @abstractmethod
    def choose(self, name: str, file: Path) -> None:
        """Choose a file in the field of this name."""

    @abstractmethod
    def another(self) -> "Tab":
        """A second tab of the same reader."""

    @abstractmethod
    def wide(self, width: int, height: int = 900) -> None:
        """Make the window so wide and high, in pixels."""

    @abstractmethod
    def pdf(self, paper: str) -> bytes:
        """What the engine's own print command makes of the page on A4 or Letter, as a PDF."""

    def until(self, fact: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.becomes(fact, wanted=True)

    def becomes(self, fact: Callable[[], object], wanted: object) -> None:
        """Wait until something is what is wanted."""
        end = time.monotonic() + WAIT
        while (found := self._now(fact)) != wanted:
            self.gave_up = time.monotonic() > end
            assert not self.gave_up, f"{found!r}, not {wanted!r}"
            time.sleep(0.05)

    @staticmethod
    def _now(fact: Callable[[], object]) -> object:
        try:
            return fact()
        except LeavingError as leaving:
            return leaving

    def press(self, role: str, name: str, nth: int = 0) -> None:
        """Press a thing with this role and name, as soon as it is there."""
        self.until(lambda: self._click((role, name, nth)) or f"no {role} {name!r} to press")

    def write(self, name: str, text: str, nth: int = 0) -> None:
        """Put a text into the field of this name in place of what stands there."""
        set_text = f"const field = (function () {{ {FIND} }})('textbox', arguments[0], arguments[1]); if (!field) return false;"
        set_text += "field.focus(); field.value = arguments[2]; for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true })); return true;"
        self.until(lambda: self.run(set_text, name, nth, text) or f"no field {name!r}")

    def select(self, name: str, option: str) -> None:
        """Choose an option of the list of this name."""
        body = f"const list = (function () {{ {FIND} }})('combobox', arguments[0], 0); const at = [...list?.options ?? []].findIndex((one) => one.text.trim() === arguments[1]);"
        body += (
            "if (at < 0) return false; list.selectedIndex = at; list.dispatchEvent(new Event('change', { bubbles: true })); return true;"
        )
        self.until(lambda: self.run(body, name, option) or f"no {option!r} in {name!r}")

    def has(self, role: str, name: str) -> bool:
        """Whether a thing with this role and name can be seen."""
        return bool(self.run(FIND.replace("?? null", "!== undefined"), role, name, 0))

    def ticked(self, name: str, role: str = "checkbox") -> bool:
        """Whether the box of this name is ticked."""
        return bool(self.run(FIND.replace("?? null", "?.checked ?? false"), role, name, 0))

    def sees(self, text: str) -> None:
        """Wait until a text stands on the page."""
        self.until(lambda: self.run(SEEN, text) or f"{text!r} is not on the page")

    def drop(self, text: str) -> None:
        """Drop a file with this text on the page."""
        self.run(DROP, text)

    def saved(self, role: str, name: str) -> bytes:
        """What the file holds that a press makes."""
        for one in self.downloads.iterdir():
            one.unlink()  # a file of the same name would take the place of an older one, and look like none
        self.press(role, name)
        self.until(lambda: any(map(self._whole, self.downloads.iterdir())) or f"no file of {name!r}")
        [made] = filter(self._whole, self.downloads.iterdir())
        return made.read_bytes()

    @staticmethod
    def _whole(file: Path) -> bool:
        return file.suffix not in {".part", ".wkdownload", ".crdownload"} and file.exists() and file.stat().st_size > 0
