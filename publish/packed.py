"""A folder as a ZIP that is the same whenever it is made."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SAME_DAY = (2000, 1, 1, 0, 0, 0)  # the same files make the same ZIP, whenever that is


def pack(folder: Path, file: Path, inside: str) -> None:
    """Put a folder into a ZIP."""
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                about = ZipInfo(f"{inside}/{one.relative_to(folder).as_posix()}", SAME_DAY)
                about.compress_type, about.external_attr = ZIP_DEFLATED, 0o644 << 16
                packed.writestr(about, one.read_bytes())
