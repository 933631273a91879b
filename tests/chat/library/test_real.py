"""With the real embedding model and real files: uploaded, asked about, withdrawn, elsewhere too."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from answer.service import Service
from chat.library.service import LibraryService
from chat.library.staged import Progress, Upload
from ingest.__main__ import main
from records import AnswerStatus
from settings import Settings
from tests.chat.library.library_service import STAFF

ROOT = Path(__file__).parents[3]
SOLAR = "屋顶光伏项目按装机容量给予一次性补贴，每千瓦补贴450元，单个项目最高补贴60万元。"
BIKES = "公共自行车站点由区城管局负责建设，每个站点配置自行车不少于25辆。"
ELSEWHERE = """
import sys
from pathlib import Path
from index.embedding import open_embedder
from index.identity import identity_of
from index.library import Library, LibraryFolder, version_of
from index.store import Store
from settings import Settings
settings = Settings().on_storage(Path(sys.argv[1]))
library = Library(
    LibraryFolder(settings.library_folder),
    lambda: Store.open(settings.storage, identity_of(settings)),
    None,
    settings.passage_characters,
)
library.withdraw("solar", version_of(library.store.document("solar")))
"""


def pdf_file() -> bytes:
    stream = BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(stream)
    for page in ("江城市屋顶光伏补贴办法", SOLAR):
        canvas.setFont("STSong-Light", 11)
        canvas.drawString(60, 760, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("江城市公共自行车管理规定", 1)
    document.add_paragraph(f"第一条 {BIKES}")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_pdf_and_a_word_file_from_upload_to_withdrawal(
    settings: Settings, running: tuple[Service, LibraryService]
) -> None:
    answering, library = running
    heard: list[Progress] = []
    uploads = [Upload("光伏.pdf", pdf_file()), Upload("自行车.docx", word_file())]
    files = library.stage(uploads, heard.append)
    assert [one.problem for one in files] == [None, None]
    assert (2, 2) in {(one.page, one.pages) for one in heard if one.file == 1}
    for file, document_id in zip(files, ("solar", "bikes"), strict=True):
        (staged,) = file.documents
        library.save(staged.token, replace(staged.metadata, id=document_id), STAFF)

    solar, bikes = "屋顶光伏单个项目最高补贴多少？", "每个公共自行车站点配置多少辆自行车？"
    for question, said, document_id in ((solar, "60万元", "solar"), (bikes, "25辆", "bikes")):
        answer = answering.answer(question)
        assert said in answer.text
        assert answer.citations[0].document_id == document_id

    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(settings.storage)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "60万元" not in answering.answer(solar).text
    assert main(["--storage", str(settings.storage), str(settings.corpus)]) == 0
    assert "60万元" not in answering.answer(solar).text
    assert answering.answer(bikes).status is AnswerStatus.ANSWERED
