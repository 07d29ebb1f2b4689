"""An article is taken down: its text goes from everywhere, for good, and a tombstone stays."""

from timeline.takedown.hanging import Hanging, going_with, hanging_on
from timeline.takedown.taking import take_down

__all__ = ["Hanging", "going_with", "hanging_on", "take_down"]
