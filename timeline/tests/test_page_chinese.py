"""The public pages in Simplified Chinese: complete, and with dates as Chinese writes them."""

import gettext
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import translation

from articles.models import Mention
from timeline.models import Timeline
from timeline.tests.factories import (
    make_article,
    make_curator,
    make_event,
    make_quote,
    make_timeline,
)
from timeline.tests.test_conventions import ROOT

FOLDER = ROOT / "locale/zh_Hans/LC_MESSAGES"
CHINESE: dict[str, Any] = {"HTTP_ACCEPT_LANGUAGE": "zh-CN,zh;q=0.9,en;q=0.5"}
OURS = {"Dateline", "JSON", "Markdown", "HTML", "Lines", "DATABASE", "URL", "Cookie"}


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    """A request leaves its language to the thread, which the next test shares."""
    yield
    translation.deactivate()


@pytest.fixture
def story(db: None) -> Timeline:
    """A story of which all that curators and articles say has no Latin letter."""
    story = make_timeline("story", introduction="桥的故事。")
    story.title = "桥"
    story.save()
    article = make_article(
        "大桥两周前开通。", title="桥", publisher="港报", author="甲", language="zh",
        published_on=date(2019, 11, 7),
    )  # fmt: skip
    event = make_event(
        "2019-10-24~", story, headline="大桥开通", topics=["桥"], article=article, dated="两周前"
    )
    Mention.objects.update(anchor="publication")
    other = make_article("没有。", publisher="山报", language="zh", published_on=None, title="山")
    make_quote(event, other, stance="disputes")
    make_event(
        "2020",
        story,
        headline="隧道",
        is_planned=True,
        article=make_article("会。", publisher="港报", title="建"),
    )
    for year in range(2011, 2016):
        make_event(
            f"{year}-05/..",
            story,
            headline="建",
            article=make_article("建。", publisher="港报", title="建"),
        )
    return story


def latin_words(body: str) -> set[str]:
    """Words in Latin letters that a reader would see or hear."""
    shown = re.sub(r"(?s)<(script|style|code|svg).*?</\1>", "", body)
    heard = re.findall(r'(?:aria-label|aria-valuetext|title|placeholder|alt)="(.*?)"', shown)
    text = re.sub(r"https?://\S+", " ", re.sub(r"(?s)<.*?>", " ", shown))
    return {word for part in (text, *heard) for word in re.findall(r"[A-Za-z]{3,}", part)}


@pytest.mark.parametrize(
    "address",
    [
        "/", "/t/story/", "/t/story/?view=sources", "/t/story/?view=axis", "/nowhere/",
        "/t/story/?q=x&topic=y&from=2019&to=1&within=certain&planned=yes&sources=1&precision=day",
        "/t/story/?from=%3F%3F", "/t/story/?known=2019-11-05", "/t/story/?known=2019-11-07",
        "/t/story/?known=2019-11-07&view=sources", "event", "article",
    ],
)  # fmt: skip
def test_nothing_is_left_in_english(client: Client, story: Timeline, address: str) -> None:
    event = story.events.get(headline="大桥开通")
    quote = event.quotes.order_by("pk").first()
    assert quote
    places = {"event": event.get_absolute_url(), "article": f"/articles/{quote.article_id}/"}
    response = client.get(places.get(address, address), follow=True, **CHINESE)
    body = response.content.decode()
    assert '<html lang="zh-hans">' in body
    assert latin_words(body) - OURS == set()


def test_dates_are_written_as_chinese_does(client: Client, story: Timeline) -> None:
    body = client.get("/t/story/", **CHINESE).content.decode()
    for part in (
        "<h2>2019年</h2>", "<h3>10月</h3>", "约2019年10月24日", "自2011年5月起", "计划中，该年某时",
        "日期用语：“两周前”自发表日2019年11月7日起算，即约2019年10月24日。",
        "2 条引文，来自 2 个来源", "2011年至2020年",
    ):  # fmt: skip
        assert part in body


def test_words_of_articles_say_their_language(client: Client, story: Timeline) -> None:
    quote = make_quote(story.events.all()[0], make_article("It opened.", language="en"))
    body = client.get(quote.event.get_absolute_url(), **CHINESE).content.decode()
    assert '<blockquote lang="en">It opened.</blockquote>' in body
    assert "<blockquote>大桥" not in client.get("/t/story/").content.decode()


@pytest.mark.django_db
def test_others_read_english_and_so_do_curators(client: Client, story: Timeline) -> None:
    response = client.get("/t/story/", HTTP_ACCEPT_LANGUAGE="fr")
    assert '<html lang="en-gb">' in response.content.decode()
    assert "Accept-Language" in response["Vary"]
    client.force_login(make_curator())
    assert (
        "Select event to change" in client.get("/admin/timeline/event/", **CHINESE).content.decode()
    )


def catalogue(path: Path) -> dict[Any, str]:
    with path.open("rb") as file:
        return {key: text for key, text in gettext.GNUTranslations(file)._catalog.items() if key}  # type: ignore[attr-defined]


def test_what_is_compiled_is_what_is_written() -> None:
    with (FOLDER / "django.po").open("rb") as file:
        written = [message for message in read_po(file) if message.id]
    compiled = catalogue(FOLDER / "django.mo")
    assert len(compiled) == len(written)
    for message in written:
        one = message.id[0] if isinstance(message.id, tuple) else message.id
        key = f"{message.context}\x04{one}" if message.context else one
        text = message.string[0] if isinstance(message.string, tuple) else message.string
        assert text
        assert compiled.get(key, compiled.get((key, 0))) == text
