"""What changed, for the index and the search to look at again; the database itself writes it."""

from django.db import models

# In place of an event's id: a topic or publisher, anything at all, and that old rows were deleted.
NAMES, EVERYTHING, PRUNED = 0, -1, -2


class Touched(models.Model):
    """An event of which something changed: the index that knows the last row knows them all.

    `token` is random, so that a row that was rolled back and another in its place are told apart;
    `written_by` is the number of PostgreSQL's transaction, 0 with SQLite.
    """

    event = models.BigIntegerField(help_text="Its id; 0 for a name, -1 for everything.")
    token = models.BigIntegerField()
    written_by = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.event} at {self.pk}"


class Reworded(models.Model):
    """An event whose words the full-text search has still to read."""

    event = models.BigIntegerField()

    def __str__(self) -> str:
        return str(self.event)
