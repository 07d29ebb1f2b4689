"""What a reader asked for, as files that other programs read: each a stream, each bounded."""

from timeline.exports.formats import FORMATS, Export
from timeline.exports.told import MOST, Told

__all__ = ["FORMATS", "MOST", "Export", "Told"]
