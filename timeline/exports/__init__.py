"""What a reader asked for, as files that other programs read: each a stream, each bounded."""

from timeline.exports.exported import MOST, Exported
from timeline.exports.formats import FORMATS, Export

__all__ = ["FORMATS", "MOST", "Export", "Exported"]
