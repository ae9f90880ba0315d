"""Which modules belong in one file, and how they become one.

This can be short because our modules have one form: an import is one line with bare names, and no two modules of a file
declare the same name at their top level. A module of another form is refused with a sentence.
"""

import re
from collections import Counter

import minify

ENTRY = "site"
IMPORT = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "app/([\w/]+)";\n', re.MULTILINE)
FETCHED = re.compile(r'\bimport\("app/([\w/]+)"\)')
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:const|let|class|function) (?:\{ (\w+(?:, \w+)*) \}|(\w+))", re.MULTILINE)
# What minify-go 2.24.24 gets wrong: it orders `var a = b, { c } = a` anew, and drops the whole of `void (a && b())`.
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RISKY = re.compile(r"^.*\b(?:var\b(?!\()|void\b).*$", re.MULTILINE)

Texts = dict[str, str]  # what stands in each module, by its name
Parcels = dict[str, tuple[str, ...]]  # the modules of each file, deepest import first, by the file's name


class UnjoinableError(Exception):
    """A module does not have the form that joining relies on; the message says which, and what to do."""


def parcels(texts: Texts) -> Parcels:
    """The entry with all that it imports; each module that is fetched later, with what it alone needs; each other by itself."""
    entry = ordered(texts)
    later = sorted(set(FETCHED.findall("".join(texts.values()))))
    needed = {name: [module for module in ordered(texts, name) if module not in entry] for name in later}
    users = Counter(module for modules in needed.values() for module in modules)
    own = {name: tuple(module for module in modules if users[module] == 1) for name, modules in needed.items()}
    found = {ENTRY: entry} | {name: modules for name, modules in own.items() if name in modules}
    shared = [module for module, count in users.items() if count > 1]
    return found | {module: (module,) for module in shared}


def ordered(texts: Texts, name: str = ENTRY, before: tuple[str, ...] = (), way: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The modules that one module needs, and itself, each after all that it imports."""
    if name in way:
        raise UnjoinableError(f"{name}.js imports itself by way of {way[-1]}.js; take what both need into a module of its own")
    if name not in texts:
        raise UnjoinableError(f"{name}.js: a module imports app/{name}, and there is no such file; correct the import")
    for _, needed in IMPORT.findall(texts[name]):
        before = ordered(texts, needed, before, (*way, name))
    return before if name in before else (*before, name)


def whole(texts: Texts, modules: tuple[str, ...]) -> str:
    """The modules one behind the other, below one import for each name that comes from elsewhere."""
    declared: dict[str, str] = {}  # the module of each name at the top level

    def declare(name: str, source: str, module: str) -> None:
        if declared.setdefault(name, source) != source:
            raise UnjoinableError(f"{module}.js: '{name}' is declared in {declared[name]}.js too; give one of them another name")

    for module in modules:
        for names, source in IMPORT.findall(texts[module]):
            for name in names.split(", ") if source not in modules else ():
                declare(name, source, module)
    imports = [f'import {{ {name} }} from "app/{source}";\n' for name, source in declared.items()]
    bodies = {module: plain(module, texts[module]) for module in modules}
    for module, body in bodies.items():
        for several, one in DECLARED.findall(body):
            for name in (several or one).split(", "):
                declare(name, module, module)
    return "".join([*imports, *bodies.values()])


def plain(module: str, text: str) -> str:
    """A module without its imports; one that joining or the minifier would break is refused."""
    risky = RISKY.search(COMMENT.sub("", text))
    if risky:
        raise UnjoinableError(f"{module}.js: write this without var and void, which the minifier may get wrong: {risky[0].strip()}")
    body = IMPORT.sub("", text)
    left = re.search(r"^import\b.*", body, re.MULTILINE)
    if left:
        raise UnjoinableError(f'{module}.js: write an import as one line, import {{ a, b }} from "app/name"; this one differs: {left[0]}')
    return body


def small(name: str, text: str) -> str:
    """A script without comments and spare space, and with short names inside its functions; what it exports keeps its name."""
    try:
        return str(minify.string("text/javascript", text))
    except minify.MinifyError as error:
        raise UnjoinableError(f"{name}.js: the minifier cannot read it ({error}); write that place in a plainer way") from error
