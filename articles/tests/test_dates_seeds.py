"""Every mention of five real articles, as judged by hand, by offset and value.

Their text is not ours: it is read from the folder that DATELINE_SEEDS names. The values are in
`seed_dates.json`: for each article its publication date and rows of start, end, kind and EDTF.
"""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from articles.dates import find_dates
from articles.readers import read_file

FOLDER = os.environ.get("DATELINE_SEEDS", "")
KNOWN = json.loads(Path(__file__).with_name("seed_dates.json").read_text())

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="DATELINE_SEEDS names no folder of seed articles"
)


def text_of(name: str) -> str:
    [path] = Path(FOLDER).glob(f"{name}_*.txt")
    [item] = read_file(path)
    assert item.record is not None
    return item.record.text


@pytest.mark.parametrize("name", KNOWN)
def test_every_mention(name: str) -> None:
    published = date.fromisoformat(KNOWN[name]["published"])
    mentions = find_dates(text_of(name), published)
    found = [[m.start, m.end, m.kind, m.edtf] for m in mentions]
    assert found == KNOWN[name]["mentions"]


@pytest.mark.parametrize("name", KNOWN)
def test_without_publication_date_nothing_relative_is_resolved(name: str) -> None:
    mentions = find_dates(text_of(name), None)
    dated = {(start, end) for start, end, _, edtf in KNOWN[name]["mentions"] if edtf}
    for mention in mentions:
        assert mention.anchor != "publication"
        if not mention.edtf and (mention.start, mention.end) in dated:
            assert "publication date" in mention.why
