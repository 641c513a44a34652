"""Tests documents as pages: text that can be searched, the size of the paper, and PDF files that replace nothing."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPdfWriter

from desktop.domain.failures import JournalTrouble, JournalUnusable, PaperFailed, PaperTrouble
from desktop.domain.paper import Paper, PaperDocument
from desktop.printing.pages import paint_pages, pdf
from desktop.printing.saving import PdfFiles
from tests.paper import REFERENCE, SHOPS, document, receipt_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def tool(name: str, data: bytes, *options: str) -> str:
    """Returns what a program of poppler says about a PDF."""
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    arguments = [program, *options, "-", *(["-"] if name == "pdftotext" else [])]
    return subprocess.run(arguments, input=data, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("language", SHOPS)
def test_a_page_has_text(language: str) -> None:
    """Numbers, codes and Latin words can be searched in every language."""
    text = tool("pdftotext", pdf(receipt_document(language), Paper.MM_80), "-layout")
    for part in (REFERENCE, "MG-20416", "7t4y2a", "4410", "Till 3"):
        assert part in text
    if language == "en":
        for part in ("MG Road Store", "12 MG Road, Bengaluru", "250.125", "Balance", "Thank you"):
            assert part in text


@pytest.mark.parametrize(("paper", "width"), [(Paper.MM_58, 58), (Paper.MM_80, 80), (Paper.A4, 210)])
def test_a_page_has_the_size_of_the_paper(paper: Paper, width: int) -> None:
    """A roll's page is as long as the receipt; a sheet is A4."""
    told = tool("pdfinfo", pdf(receipt_document("en"), paper))
    words = next(line for line in told.splitlines() if line.startswith("Page size")).split()
    assert abs(float(words[2]) / 72 * 25.4 - width) < 1
    assert (abs(float(words[4]) / 72 * 25.4 - 297) < 1) is (paper is Paper.A4)
    assert f"Title:           {REFERENCE}" in told


def many_lines(count: int) -> PaperDocument:
    """Makes a long document, such as a day's figures."""
    return document(*(f"row {number}." for number in range(count)))


def test_a_long_document_has_several_sheets() -> None:
    """Every line is on one of them, once."""
    made = pdf(many_lines(150), Paper.A4)
    assert int(tool("pdfinfo", made).partition("Pages:")[2].split()[0]) > 1
    text = tool("pdftotext", made)
    assert [text.count(f"row {number}.") for number in range(150)] == [1] * 150


def test_a_long_document_on_a_roll_is_one_piece() -> None:
    """The roll is not cut between two lines."""
    assert "Pages:           1\n" in tool("pdfinfo", pdf(many_lines(150), Paper.MM_80))


def test_a_device_that_takes_nothing(tmp_path: Path) -> None:
    """It is noticed, because Qt only returns False."""
    with pytest.raises(PaperFailed) as caught:
        paint_pages(document(), Paper.MM_80, QPdfWriter(str(tmp_path / "missing" / "x.pdf")))
    assert caught.value.why is PaperTrouble.PRINTER


class TestFiles:
    """Documents as files."""

    def test_a_file_is_complete_and_replaces_nothing(self, tmp_path: Path) -> None:
        """The second one gets a number, and no unfinished file is left."""
        files = PdfFiles(Paper.MM_80, lambda: tmp_path)
        names = [files.save(document(text), "2026-11-22 MG-1") for text in ("first", "second", "third")]
        assert names == [
            str(tmp_path / name) for name in ("2026-11-22 MG-1.pdf", "2026-11-22 MG-1 2.pdf", "2026-11-22 MG-1 3.pdf")
        ]
        assert sorted(map(str, tmp_path.iterdir())) == sorted(names)
        assert "first" in tool("pdftotext", (tmp_path / "2026-11-22 MG-1.pdf").read_bytes())

    @pytest.mark.parametrize(
        ("words", "name"), [("../../etc/passwd", "_.._etc_passwd.pdf"), ("a/b:c", "a_b_c.pdf"), ("...", "receipt.pdf")]
    )
    def test_a_name_is_never_a_path(self, tmp_path: Path, words: str, name: str) -> None:
        """Bill numbers come from outside."""
        made = PdfFiles(Paper.MM_80, lambda: tmp_path).save(document(), words)
        assert made == str(tmp_path / name)

    def test_a_disk_without_hard_links(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Memory sticks have none. Files still replace nothing."""

        def no_links(*_: object) -> None:
            raise OSError(1, "not permitted")

        monkeypatch.setattr("desktop.printing.saving.os.link", no_links)
        files = PdfFiles(Paper.MM_80, lambda: tmp_path)
        assert len({files.save(document(), "x") for _ in range(3)}) == 3
        assert len(list(tmp_path.iterdir())) == 3

    def test_too_many_files_of_one_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The search for a free name ends."""

        def taken(*_: object) -> None:
            raise FileExistsError

        monkeypatch.setattr("desktop.printing.saving.os.link", taken)
        self.expect_failure(PdfFiles(Paper.MM_80, lambda: tmp_path))
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        """The reason is that the file cannot be saved."""

        def fail() -> Path:
            raise PermissionError(13, "Permission denied")

        self.expect_failure(PdfFiles(Paper.MM_80, fail))
        self.expect_failure(PdfFiles(Paper.MM_80, lambda: tmp_path / "missing"))

    def test_a_table_is_complete_or_not_there(self, tmp_path: Path) -> None:
        """Its texts are in UTF-8. If they break off, no file is left."""
        files = PdfFiles(Paper.MM_80, lambda: tmp_path)
        made = files.save_table(["bill,points\n", '"MG ""1"", ₹",\n'], "2026-11-22")
        assert made == str(tmp_path / "2026-11-22.csv")
        assert (tmp_path / "2026-11-22.csv").read_text(encoding="utf-8") == 'bill,points\n"MG ""1"", ₹",\n'
        assert files.save_table([], "2026-11-22") == str(tmp_path / "2026-11-22 2.csv")

        def broken() -> Iterator[str]:
            yield "bill\n"
            raise JournalUnusable(JournalTrouble.DAMAGED)

        with pytest.raises(JournalUnusable):
            files.save_table(broken(), "broken")
        assert len(list(tmp_path.iterdir())) == 2

    @staticmethod
    def expect_failure(files: PdfFiles) -> None:
        """Saving fails for the file's reason."""
        with pytest.raises(PaperFailed) as caught:
            files.save(document(), "x")
        assert caught.value.why is PaperTrouble.FILE
