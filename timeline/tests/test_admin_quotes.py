"""Quotes on the page of their event: pasted, changed, taken away, and what holds them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from timeline.models import Event, Quote
from timeline.tests.admin_pages import data_of, page_of, send, submit
from timeline.tests.factories import make_article, make_event, make_quote

pytestmark = pytest.mark.django_db

TEXT = "The ferry sank in fog. The ferry was raised in 1931.\nNobody  drowned."


def test_pasted_words_become_a_quote(curator: Client) -> None:
    event, article = make_event(), make_article(TEXT)
    words = {"quotes-2-0-words": " raised in 1931. Nobody drowned."}
    page = submit(curator, page_of(event), **{"quotes-2-0-article": article.pk}, **words)
    quote = event.quotes.get(article=article)
    assert TEXT[quote.start : quote.end] == quote.exact == "raised in 1931.\nNobody  drowned."
    assert quote.exact in page.content.decode()
    page = submit(curator, page_of(event), **{"quotes-2-0-article": article.pk}, **words)
    assert "already has this quote" in page.content.decode()


def test_a_quote_shows_where_its_date_stands_and_that_it_differs(curator: Client) -> None:
    event = make_event("1931", words="raised in 1931", dated="1931", article=make_article(TEXT))
    address = page_of(event.quotes.get().article)
    assert f'href="{address}#at-47"' in curator.get(page_of(event)).content.decode()
    assert "This source reads" not in curator.get(page_of(event)).content.decode()
    for edtf, differs in (
        ("193X", False),
        ("1931-05-05", False),
        ("1932", True),
        ("../1930", True),
    ):
        send(curator, page_of(event), edtf=edtf)
        page = curator.get(page_of(event)).content.decode()
        assert ("This source reads: in 1931;" in page) == differs, edtf
    undated = event.quotes.get()
    undated.mention = None
    undated.save()
    assert f'href="{address}"' in curator.get(page_of(event)).content.decode()


def test_saving_takes_the_same_queries_for_more_quotes(curator: Client) -> None:
    event = make_event("1930", is_published=False)
    counts = []
    for _ in range(2):
        for _ in range(5):
            make_quote(event)
        data = data_of(curator, page_of(event))
        with CaptureQueriesContext(connection) as queries:
            curator.post(page_of(event), {**data, "headline": f"{event.quotes.count()} quotes"})
        counts.append(len(queries))
        assert Event.objects.get().headline == f"{event.quotes.count()} quotes"
    assert counts[0] == counts[1] <= 34, "\n".join(query["sql"] for query in queries)


def test_looking_takes_the_same_queries_for_more_quotes(curator: Client) -> None:
    event = make_event("1930", is_published=False)
    curator.get(page_of(event))  # what Django asks once in a process
    counts = []
    for _ in range(2):
        for number in range(5):
            make_quote(event, make_article(f"It was built in 1930. {number}"), dated="1930")
        with CaptureQueriesContext(connection) as queries:
            curator.get(page_of(event))
        counts.append(len(queries))
    assert counts[0] == counts[1], "\n".join(query["sql"] for query in queries)


def test_the_stance_of_a_quote_is_changed(curator: Client) -> None:
    event = make_event(is_published=True)
    other = make_event()
    send(curator, page_of(event), **{"quotes-0-stance": "disputes"})
    assert event.quotes.get().stance == "disputes"
    stolen = {"quotes-0-id": other.quotes.get().pk, "quotes-0-DELETE": "on"}
    send(curator, page_of(event), **stolen)
    page = submit(curator, page_of(event), **{"quotes-0-stance": "praises"})
    assert "praises is not one of" in page.content.decode()
    assert [quote.stance for quote in Quote.objects.order_by("pk")] == ["disputes", "supports"]


def test_a_quote_that_went_meanwhile_is_passed_over(curator: Client) -> None:
    event = make_event("1930", is_published=False)
    make_quote(event)
    data = data_of(curator, page_of(event))
    event.quotes.get(pk=data["quotes-0-id"]).delete()
    typed = {"headline": "Typed", "quotes-0-stance": "disputes", "quotes-1-stance": "disputes"}
    curator.post(page_of(event), {**data, **typed})
    assert Event.objects.get().headline == "Typed"
    assert event.quotes.get().stance == "disputes"


@pytest.mark.parametrize(
    ("words", "said"),
    [("a train", "stands nowhere"), ("The ferry", "stands 2 times"), ("  ", "required")],
)
def test_words_that_do_not_stand_once_are_refused(curator: Client, words: str, said: str) -> None:
    event, article = make_event(), make_article(TEXT)
    place = {"quotes-2-0-article": article.pk, "quotes-2-0-words": words}
    page = submit(curator, page_of(event), **place)
    errors = page.context["inline_admin_formsets"][1].formset.errors[0]
    assert said in str(errors["words"])
    assert Quote.objects.count() == 1


def test_the_last_quote_of_a_published_event_stays(curator: Client) -> None:
    event = make_event(is_published=True)
    page = submit(curator, page_of(event), **{"quotes-0-DELETE": "on"})
    assert "would be left without a quote" in page.content.decode()
    make_quote(event)
    send(curator, page_of(event), **{"quotes-0-DELETE": "on"})
    assert event.quotes.count() == 1
    send(curator, page_of(event), _step="withdraw")
    send(curator, page_of(event), **{"quotes-0-DELETE": "on"})
    assert not event.quotes.exists()


def test_what_became_impossible_meanwhile_is_told(
    curator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = make_event(is_published=True)
    monkeypatch.setattr("timeline.admin.quote_forms.HeldFormSet.clean", lambda formset: None)
    page = submit(curator, page_of(event), headline="Lost", **{"quotes-0-DELETE": "on"})
    for said in ("Nothing was stored", "last quote"):
        assert said in str(page.context["adminform"].form.non_field_errors())
    assert Event.objects.get().headline == event.headline
    assert "Lost" in page.content.decode()
