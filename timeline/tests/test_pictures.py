"""An event may have a picture: uploaded, made anew of its pixels, said in words, and undone."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image

from timeline.curating.curation import withdraw
from timeline.curating.undoing import undo
from timeline.models import Change, Event, Picture, Timeline
from timeline.models.picture import LONGEST
from timeline.tests.admin_pages import page_of, send, submit
from timeline.tests.factories import make_event, make_timeline

pytestmark = pytest.mark.django_db
WORDS = {"picture_alt": "A ferry in fog, its “lamps” lit", "picture_credit": "Ada Reed <Post>"}


def drawn(size: tuple[int, int] = (64, 32), kind: str = "JPEG", **given: Any) -> bytes:
    """A picture as a camera writes it, with what it notes."""
    written = BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "A camera of nobody"
    exif[0x0112] = given.pop("orientation", 1)
    Image.new(given.pop("mode", "RGB"), size, "navy").save(written, kind, exif=exif, **given)
    return written.getvalue()


def upload(data: bytes, name: str = "ferry.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.fixture
def story() -> Timeline:
    return make_timeline("harbour")


@pytest.fixture
def event(story: Timeline) -> Event:
    return make_event("2012-05", story, headline="The ferry sails")


def seen(client: Client, event: Event) -> list[str]:
    """The pages that show the event’s picture, of its own, the list, and the export."""
    address = event.picture.get_absolute_url() if event.picture else "/pictures/"
    pages = (event.get_absolute_url(), "/t/harbour/", "/t/harbour/events.timelinejs.json")
    return [page for page in pages if address in text_of(client.get(page))]


def text_of(response: Any) -> str:
    content: bytes = b"".join(response) if response.streaming else response.content
    return content.decode()


def test_it_is_uploaded_with_what_it_shows_and_whose_it_is(
    curator: Client, client: Client, event: Event
) -> None:
    page = submit(curator, page_of(event), picture_file=upload(drawn()))
    errors = page.context["adminform"].form.errors
    assert errors.keys() == {"picture_alt", "picture_credit"}
    send(curator, page_of(event), picture_file=upload(drawn()), **WORDS)
    event.refresh_from_db()
    assert event.picture
    assert len(seen(client, event)) == 3
    listed = text_of(client.get("/t/harbour/"))
    assert 'width="64" height="32"' in listed
    assert "Ada Reed &lt;Post&gt;" in listed
    assert "picture" not in event.decided
    answer = client.get(event.picture.get_absolute_url())
    assert (answer["Content-Type"], answer.content) == ("image/webp", bytes(event.picture.data))
    slides = json.loads(text_of(client.get("/t/harbour/events.timelinejs.json")))["events"]
    assert slides[0]["media"]["url"].startswith("http://127.0.0.1:8000/pictures/")


def test_it_is_taken_away_and_all_of_that_undone(
    curator: Client, client: Client, event: Event
) -> None:
    send(curator, page_of(event), picture_file=upload(drawn()), **WORDS)
    event.refresh_from_db()
    address = event.picture.get_absolute_url()  # type: ignore[union-attr]
    send(curator, page_of(event), picture_gone="on")
    event.refresh_from_db()
    assert (event.picture, event.picture_alt) == (None, "")
    assert (seen(client, event), client.get(address).status_code) == ([], 404)
    taken, brought = Change.objects.all()[:2]
    undo(taken, None)
    event.refresh_from_db()
    assert (len(seen(client, event)), event.picture_credit) == (3, "Ada Reed <Post>")
    undo(brought, None)
    event.refresh_from_db()
    assert event.picture is None


def test_who_may_not_see_the_event_sees_no_picture(client: Client, event: Event) -> None:
    event.picture = Picture.objects.keep(drawn())
    event.picture_alt, event.picture_credit = "A ferry", "Ada Reed"
    event.save()
    address = event.picture.get_absolute_url()
    assert client.get(address)["Cache-Control"] == "public, max-age=3600"
    event.timelines.update(reach="members")
    assert client.get(address).status_code == 404
    event.timelines.update(reach="public")
    withdraw(event)
    assert client.get(address).status_code == 404


def test_nobody_stores_one_without_its_words(event: Event) -> None:
    event.picture = Picture.objects.keep(drawn())
    with pytest.raises(IntegrityError), transaction.atomic():
        event.save()


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ({"size": (4000, 1000)}, (LONGEST, 400)),
        ({"orientation": 6}, (32, 64)),
        ({"kind": "PNG", "mode": "RGBA"}, (64, 32)),
        ({"kind": "PNG", "mode": "P"}, (64, 32)),
        ({"mode": "CMYK"}, (64, 32)),
        ({"kind": "WEBP"}, (64, 32)),
    ],
)
def test_what_is_kept_is_small_upright_and_bare(
    given: dict[str, Any], size: tuple[int, int]
) -> None:
    data = drawn(**given)
    kept = Picture.objects.keep(data)
    image = Image.open(BytesIO(bytes(kept.data)))
    assert (kept.width, kept.height) == image.size == size
    assert not image.getexif()
    assert b"camera" not in bytes(kept.data)
    assert Picture.objects.keep(data) == kept


@pytest.mark.parametrize(
    "data",
    [
        b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", drawn()[:200],
        drawn((9000, 9000), "PNG", mode="1"), drawn(kind="WEBP").replace(b"MM\0*", b"MM\0?"),
    ],
)  # fmt: skip
def test_what_is_no_picture_or_too_large_is_refused(data: bytes) -> None:
    with pytest.raises(ValidationError):
        Picture.objects.keep(data)


def test_a_broken_upload_is_told_at_its_box(curator: Client, event: Event) -> None:
    page = submit(curator, page_of(event), picture_file=upload(b"GIF89a"), **WORDS)
    assert "can’t be read" in str(page.context["adminform"].form.errors["picture_file"])
    event.refresh_from_db()
    assert event.picture is None
