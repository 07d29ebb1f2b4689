"""Pictures of events, as they are served: small, upright, and without what a camera notes."""

import hashlib
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES, MOST_PIXELS = 20_000_000, 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
# What Pillow raises at damaged ones; SyntaxError is of a chunk or a camera's notes.
UNREADABLE = (
    UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError,
)  # fmt: skip
# The longer side, of what is kept and of what a page shows.
LONGEST, SHOWN = 1600, 280


class PictureManager(models.Manager["Picture"]):
    """Keeps each picture once."""

    def keep(self, uploaded: bytes) -> "Picture":
        """The picture of these bytes, made anew of its pixels alone.

        Raises ValidationError if they are no picture, or too large a one.
        """
        image = _read(uploaded)
        written = BytesIO()
        image.save(written, "WEBP", quality=82, exif=b"", icc_profile=b"", xmp=b"")
        data = written.getvalue()
        given = {"data": data, "width": image.width, "height": image.height}
        return self.get_or_create(digest=hashlib.sha256(data).hexdigest(), defaults=given)[0]


def _read(uploaded: bytes) -> Image.Image:
    """The pixels of an upload, upright and not larger than what is kept."""
    if len(uploaded) > MOST_BYTES:
        raise ValidationError(f"It is larger than {MOST_BYTES // 10**6} MB: make it smaller.")
    try:
        image = Image.open(BytesIO(uploaded), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise ValidationError(f"It has more than {MOST_PIXELS // 10**6} million pixels.")
        image.thumbnail((LONGEST, LONGEST))
        turned = ImageOps.exif_transpose(image)
    except ValidationError:
        raise
    except UNREADABLE as error:
        raise ValidationError("It can’t be read as a JPEG, PNG or WebP picture.") from error
    return turned.convert("RGBA" if turned.has_transparency_data else "RGB")


class Picture(models.Model):
    """A picture that an event may have; its row never changes. What it shows, the event says.

    It is kept in the database, so that a copy of that, or an undo, has it, too.
    """

    digest = models.CharField(max_length=64, unique=True)
    data = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    objects = PictureManager()

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"

    def get_absolute_url(self) -> str:
        """The address of its file."""
        return reverse("picture", args=[self.pk])


def shown_size(width: int, height: int) -> tuple[int, int]:
    """The width and height at which a page shows it, so that nothing moves once it comes.

    >>> shown_size(1600, 800), shown_size(100, 50), shown_size(1, 1600)
    ((280, 140), (100, 50), (1, 280))
    """
    share = min(1, SHOWN / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))
