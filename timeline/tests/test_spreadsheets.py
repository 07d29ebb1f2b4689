"""Tables of curators: what goes out comes back, also into an empty database, and can be undone."""

from typing import Any
from unittest.mock import Mock

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from articles.models import Article
from timeline.curating.undoing import undo
from timeline.models import Change, Event, Quote, Topic
from timeline.roles import CONTRIBUTOR, CURATOR
from timeline.spreadsheets.columns import guess
from timeline.spreadsheets.importing import try_sheet
from timeline.spreadsheets.outcomes import ImportContext
from timeline.spreadsheets.passages import join_passages
from timeline.spreadsheets.reading import read_sheet
from timeline.takedown import take_down
from timeline.tests.factories import make_article, make_event, make_quote, make_timeline
from timeline.tests.roles import make_user
from timeline.tests.tables import TODAY, bring, empty, make_story, rows_written, table, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return make_user(CURATOR)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_goes_out_comes_back_into_an_empty_database(ending: str, curator: User) -> None:
    make_story()
    before, file = rows_written(ending), written(ending)
    empty()
    report = bring(file, curator, f"story.{ending}")
    assert report.counts == {"new": 4, "changed": 1}
    assert rows_written(ending) == before
    assert Event.objects.published().count() == 2
    for quote in Quote.objects.all():
        quote.clean()
    dated = Quote.objects.get(exact__contains="4 May 2018")
    assert dated.mention
    assert dated.mention.edtf == "2018-05-04"
    assert Article.objects.filter(title="-1 bridge").count() == 1


def test_the_same_again_changes_nothing(curator: User) -> None:
    make_story()
    before = written("csv")
    report = bring(before, curator)
    assert (report.counts, report.change) == ({"same": 5}, None)
    assert written("csv") == before
    empty()
    bring(before, curator)
    articles = Article.objects.count()
    assert bring(before, curator).counts == {"same": 5}
    assert Article.objects.count() == articles


NOTES = table(
    "Date;What;Remark;Link",
    "4 May 2018;The bridge opens;told by Ada;https://a.example.org/x",
    "about 1850;A ferry;;",
)


def test_a_row_without_a_quote_is_kept_as_own_notes(curator: User) -> None:
    report = bring(NOTES, curator, "notes.csv")
    assert report.counts == {"new": 2}
    event = Event.objects.get(edtf="2018-05-04")
    quote = event.quotes.get()
    assert (event.status, quote.exact) == ("candidate", "4 May 2018: The bridge opens")
    article = quote.article
    assert article.publisher
    assert (article.publisher.name, article.title) == ("own notes", "notes.csv: The bridge opens")
    assert "Remark: told by Ada" in article.text
    assert quote.mention
    assert quote.mention.edtf == "2018-05-04"
    assert Event.objects.get(headline="A ferry").edtf == "1850~"
    more = NOTES + b"\n1851;Another ferry;;"
    assert bring(more, curator, "notes.csv").counts == {"same": 2, "new": 1}


def test_an_import_is_undone_as_one(curator: User) -> None:
    make_story()
    Event.objects.exclude(headline="@Caesar").filter(status="rejected").delete()
    before, articles = written("csv"), set(Article.objects.values_list("pk", flat=True))
    changed = before.replace(b"The ferry is sold", b"The ferry is given away")
    changed += b",Made new,2020,,,,,,,,,,,,\r\n"
    report = bring(changed, curator)
    assert report.counts == {"same": 3, "changed": 1, "new": 1}
    assert "imported 2 rows of table.csv" in str(report.change)
    assert Event.objects.filter(headline="Made new").exists()
    assert Article.objects.count() == len(articles) + 1
    assert report.change
    undone = undo(report.change, curator)
    assert written("csv") == before
    assert set(Article.objects.values_list("pk", flat=True)) == articles
    with pytest.raises(ValidationError, match="was deleted: import the table again"):
        undo(undone, curator)
    assert bring(changed, curator).counts == {"same": 3, "changed": 1, "new": 1}


def test_an_article_of_an_import_stays_where_it_is_used_since(curator: User) -> None:
    report = bring(table("headline,date", "Fog lay,2018", "Rain fell,2019"), curator)
    fog = Article.objects.get(text__contains="Fog")
    used = make_quote(make_event("2020"), fog, words="Fog lay")
    assert report.change
    undo(report.change, curator)
    assert not Article.objects.filter(text__contains="Rain").exists()
    assert Article.objects.filter(pk=fog.pk).exists()
    assert list(Event.objects.all()) == [used.event]


def test_what_is_wrong_is_told_by_line_and_the_rest_is_imported(curator: User) -> None:
    lines = table(
        "headline,date,end,url,planned,id,stance,published,quote",
        "Fine,2018,,,,,,,",
        ",2018,,,,,,,",
        "No date,,,,,,,,",
        "Bad date,31 February 2019,,,,,,,",
        "Bad end,2019,2018,,,,,,",
        "Bad address,2018,,javascript:alert(1),,,,,",
        "Bad all,2018,,,perhaps,12,sings,May,x",
        "Lasts,2018-05,2018-07,,yes,,,,",
    )
    report = bring(lines, curator)
    wrong = {one.line: " ".join(one.told) for one in report.outcomes if one.kind == "wrong"}
    assert [*wrong] == [3, 4, 5, 6, 7, 8]
    assert "no headline" in wrong[3]
    assert "no date" in wrong[4]
    assert "31 February 2019" in wrong[5]
    assert all(part in wrong[8] for part in ("perhaps", "“12” is no id", "sings", "is no day"))
    made = dict(Event.objects.values_list("headline", "edtf"))
    assert made == {"Fine": "2018", "Lasts": "2018-05/2018-07"}


def test_trying_stores_nothing(curator: User) -> None:
    story = make_timeline("story")
    sheet = read_sheet(NOTES, "notes.csv", TODAY)
    context = ImportContext(story, curator, "notes.csv", TODAY)
    report = try_sheet(sheet, guess(sheet.headers), context)
    assert report.counts == {"new": 2}
    assert not Event.objects.exists()
    assert not Article.objects.exists()


def test_a_failure_stores_nothing(curator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: Any) -> Any:
        raise RuntimeError("The power failed.")

    monkeypatch.setattr("timeline.spreadsheets.making.draft_quote", fail)
    with pytest.raises(Exception, match=r"Nothing was imported\. The power failed\."):
        bring(NOTES, curator)
    assert [model.objects.count() for model in (Event, Change, Article)] == [0, 0, 0]


def test_contributors_propose_and_change_nothing_that_is_decided() -> None:
    make_story()
    changed = written("csv").replace(b"The ferry is sold", b"Mine").replace(b"@Caesar", b"@Brutus")
    report = bring(changed, make_user(CONTRIBUTOR), decides=False)
    wrong = [one.told for one in report.outcomes if one.kind == "wrong"]
    assert wrong == [("It is decided: only a curator may change it.",)]
    assert report.counts == {"same": 3, "changed": 1, "wrong": 1}
    assert Event.objects.filter(headline="@Brutus").exists()
    assert not Event.objects.filter(headline="Mine").exists()


def test_quotes_stand_in_the_articles_that_are_known(curator: User) -> None:
    known = make_article("It rained. The bridge opened in May. It rained.", url="https://x.org/1")
    lines = table(
        "headline,date,quote,url",
        "The bridge opens,2018-05,The bridge opened in May.,https://x.org/1",
        "It rains,2018-05,It rained.,https://x.org/1",
    )
    bring(lines, curator)
    assert Event.objects.get(headline="The bridge opens").quotes.get().article == known
    twice = Event.objects.get(headline="It rains").quotes.get()
    assert (twice.article != known, twice.article.text) == (True, "It rained.")
    assert twice.article.replaces is None


def test_what_was_taken_down_does_not_come_back_by_a_table(curator: User) -> None:
    make_story()
    file = written("csv")
    take_down(Article.objects.get(title="Diary"), curator, "Asked for.")
    diary = "On the 4th the bridge was closed."
    assert diary.encode() in file
    report = bring(file, curator)
    (wrong,) = [one.told for one in report.outcomes if one.kind == "wrong"]
    assert "was taken down" in wrong[0]
    assert not Quote.objects.filter(exact=diary).exists()


def test_a_status_that_cannot_be_had_is_told(curator: User) -> None:
    make_story()
    inferred = Event.objects.get(headline="@Caesar")
    inferred.is_inferred = True
    inferred.save()
    file = written("csv").replace(b"candidate", b"published")
    report = bring(file, curator)
    (told,) = [one for one in report.outcomes if one.kind == "undecided"]
    assert "inferred" in told.told[0]
    assert Event.objects.get(headline="@Caesar").status == "candidate"


def test_one_article_is_made_of_rows_that_name_it_in_two_ways(curator: User) -> None:
    lines = table(
        "headline,date,quote,article,url",
        "It rains,2018,It rained.,Weather,https://x.example.org/1",
        "It pours,2018,It rained.,,https://x.example.org/1",
        "It rains,2018,It rained.,Weather,https://x.example.org/1",
    )
    assert bring(lines, curator).counts == {"new": 2, "changed": 1}
    quotes = Quote.objects.select_related("article")
    assert {(one.article.text, one.article.url) for one in quotes} == {
        ("It rained.", "https://x.example.org/1")
    }
    assert (quotes.count(), Article.objects.count()) == (2, 1)
    assert bring(lines, curator).counts == {"same": 3}


@pytest.mark.parametrize("number", [2, 12])
def test_the_text_of_an_article_is_put_together_once(
    curator: User, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    joined = Mock(side_effect=join_passages)
    monkeypatch.setattr("timeline.spreadsheets.sources.join_passages", joined)
    rows = [f"It rains {day},2018,It rained for {day} days.,Weather" for day in range(number)]
    bring(table("headline,date,quote,article", *rows), curator)
    assert (Article.objects.count(), Quote.objects.count()) == (1, number)
    assert joined.call_count == 2, "once as it is tried, once as it is imported"


def test_what_was_corrected_since_stays(curator: User) -> None:
    bring(NOTES, curator, "notes.csv")
    event = Event.objects.get(headline="A ferry")
    event.headline, event.edtf = "A ferry crosses", "1851"
    event.save()
    assert bring(NOTES, curator, "notes.csv").counts == {"same": 2}
    assert Event.objects.get(pk=event.pk).headline == "A ferry crosses"


def test_topics_that_nobody_made_are_told(curator: User) -> None:
    Topic.objects.create(name="Rain", slug="rain")
    report = bring(table("headline,date,topics", "It rains,2018,rain; Fog"), curator)
    assert report.outcomes[0].told == ("There is no topic “Fog”: it is left out.",)
    assert [*Event.objects.get().topics.values_list("name", flat=True)] == ["Rain"]
