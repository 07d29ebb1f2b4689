"""Every benchmark runs on data as small as can be, and says its figures as one JSON object."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from timeline.tests.test_conventions import ROOT

DAM = "The dam of Upper Norwich broke on 4 May 2019, and water filled the streets of the town."
SCHOOL = "A school for the children of Lower Norwich was opened by its mayor on 6 May 2019."
DATED = {
    "doc_id": "one",
    "dct": "2019-05-06",
    "text": DAM,
    "timexes": [{"start": 34, "end": 44, "type": "DATE", "value": "2019-05-04"}],
}
TOLD = [
    {"doc": doc, "sentence": 0, "topic": "1", "subtopic": sub, "text": text, "chains": [chain]}
    for doc, sub, text, chain in (
        ("1", "1ecb", DAM, "dam"),
        ("2", "1ecb", f"Last week: {DAM}", "dam"),
        ("3", "1ecbplus", SCHOOL, "school"),
    )
]
PAGE = {
    "url": "https://news.example.org/dam",
    "html": f"<html><body><article><h1>Dam</h1><p>{DAM}</p><p>{SCHOOL}</p></article></body></html>",
    "article_body": f"{DAM} {SCHOOL}",
}
REPORTS = [{"published": "2019-05-07", "text": f"{DAM} {SCHOOL} " * 12, "source": "Ledger"}]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "lines", "options"),
    [
        ("anchoring", REPORTS, ["--trials", "20"]),
        ("dates", [DATED], []),
        ("ingest", REPORTS, ["--number", "4", "--full", "4"]),
        ("merging", TOLD, []),
        ("million", None, ["--events", "1000", "--only", "index", "search", "pages", "publishing"]),
        ("pages", [PAGE], []),
        ("written", [DATED], []),
    ],
)
def test_it_runs(
    name: str, lines: list[dict[str, Any]] | None, options: list[str], tmp_path: Path
) -> None:
    data = []
    if lines is not None:
        path = tmp_path / "data.jsonl"
        path.write_text("\n".join(map(json.dumps, lines)))
        data = [str(path)]
    run = subprocess.run(  # noqa: S603
        [sys.executable, f"benchmarks/{name}.py", *data, *options, "--json"],
        capture_output=True, text=True, cwd=ROOT, check=False, timeout=200,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    assert isinstance(json.loads(run.stdout), dict)
