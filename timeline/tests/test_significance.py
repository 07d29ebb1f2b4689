"""What is told by more, and for longer, matters more; and the benchmark counts what it should."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.merging.significance import Report, persistence, significance_of_days

ROOT = Path(__file__).resolve().parent.parent.parent


def report(published: int | None, *days: int, length: int = 4000) -> Report:
    return Report(published, frozenset(days), length)


@pytest.mark.parametrize(
    ("what", "reports", "more", "less"),
    [
        ("more articles", [report(20, 10, 5), report(20, 10)], 10, 5),
        ("told for longer", [report(10, 10), report(5, 5), report(90, 5), report(11, 10)], 5, 10),
        ("in a chronology", [report(50, 1, 10, 20, 30, length=500), report(50, 40)], 10, 40),
        ("named, not only published on", [report(50, 40), report(40)], 40, 50),
        ("by articles of unknown day", [report(None, 10, 20), report(None, 10)], 10, 20),
    ],
)
def test_days_that_matter_more(what: str, reports: list[Report], more: int, less: int) -> None:
    significance = significance_of_days(reports)
    assert significance[more] > significance[less] > 0, what


def test_a_chronology_drowns_no_others() -> None:
    listed = report(100, *range(1, 60, 2), length=100)
    significance = significance_of_days([listed, *(report(100, 61) for _ in range(6))])
    assert significance[61] > significance[59]


def test_nothing_told_has_no_days() -> None:
    assert significance_of_days([]) == {}
    assert significance_of_days([report(None)]) == {}
    assert set(significance_of_days([report(3, 1, length=0)])) == {1, 3}


def test_what_is_told_before_it_came_is_not_told_for_long() -> None:
    assert persistence(-400) == persistence(0) == 1 < persistence(1) < persistence(365)


@pytest.mark.parametrize("form", ["table", "json"])
def test_the_benchmark(tmp_path: Path, form: str) -> None:
    articles = [
        {"published": "2019-05-06", "text": "The dam broke on 4 May 2019. Rain fell on 5 May."},
        {"published": "2019-06-30", "text": "Since the dam broke on 4 May 2019, many have left."},
        {"published": "2019-05-09", "text": "A school opened."},
    ]
    timelines = {"by hand": {"2019-05-04": ["The dam breaks."], "2019-05-09": ["A school opens."]}}
    lines, told = tmp_path / "articles.jsonl", tmp_path / "timelines.json"
    lines.write_text("\n".join(map(json.dumps, articles)))
    told.write_text(json.dumps(timelines))
    command = [sys.executable, "benchmarks/ranking.py", str(lines), str(told)]
    run = subprocess.run(  # noqa: S603
        [*command, *(["--json"] if form == "json" else [])],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    if form == "table":
        assert "1 timelines, mean" in run.stdout
        return
    result = json.loads(run.stdout)
    row = result["topics"]["articles.jsonl"]["timelines"]["by hand"]
    assert (row["days"], row["span"]) == (2, 6)
    assert row["counts"] == row["dateline"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert result["mean"]["counts"] == row["counts"]
