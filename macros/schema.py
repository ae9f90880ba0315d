"""`make schema`: the shape of each data file as JSON Schema, for editors. With `--check`, only compare."""

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from .addresses import Addresses
from .agendas import Agendas
from .claims import Claims
from .encoding import text_of, written
from .library import Reports, Tools
from .models import Checklist, Glossary, Principles, Register
from .words import Interface

# By the name that the first line of a data file gives.
SHAPES: dict[str, type[BaseModel]] = {
    "agendas": Agendas,
    "checklist": Checklist,
    "claims": Claims,
    "glossary": Glossary,
    "interface": Interface,
    "principles": Principles,
    "published-addresses": Addresses,
    "published-ids": Register,
    "reports": Reports,
    "tools": Tools,
}


def schema(name: str) -> str:
    """One schema as the text of its file."""
    shape = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SHAPES[name].model_json_schema()}
    return json.dumps(shape, indent=2) + "\n"


def main(arguments: list[str], folder: Path = Path("data/schema")) -> int:
    """Write every schema into `folder`; with `--check` only name those that are not what the models say."""
    files = {folder / f"{name}.json": schema(name) for name in SHAPES}
    stale = [file for file, text in files.items() if not file.is_file() or text_of(file) != text]
    if "--check" in arguments:
        print(*(f"{file}: is not what the models say; run make schema and commit the file\n" for file in stale), sep="", end="")
        return 1 if stale else 0
    wrong = [one for file in stale if (one := written(file, file.as_posix(), files[file]))]
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
