"""The minutes as LibreOffice reads them: the Word document, and what an email is pasted as. One start of it, because it is slow."""

import base64
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.scripts.node import Modules
from tests.scripts.workshop import entered, everywhere

from .test_word import WRITE

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not there, so nobody opens the minutes in it; python-docx still does")
def test_libreoffice_reads_what_was_entered_from_both(modules: Modules, tmp_path: Path) -> None:
    made = everywhere()
    texts = entered(made)
    assert len(texts) >= 20
    (tmp_path / "word.docx").write_bytes(base64.b64decode(modules.evaluate(WRITE, made)))
    mail = modules.call("files/mail", "mail", made)["html"]
    (tmp_path / "mail.html").write_text(f"<meta charset=utf-8>{mail}", encoding="utf-8")
    command = [
        str(OFFICE),
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, "word.docx", "mail.html"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    for name in ("word", "mail"):
        pages = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")
        read = "".join("".join(page.get_textpage().get_text_bounded() for page in pages).split())
        for text in texts:
            assert "".join(text.split()) in read, (name, text)
        order = [read.index(word) for word in ("Decisions", "Actions", "Carpark", "Benefit", "Nolongerintheguide")]
        assert order == sorted(order), name
