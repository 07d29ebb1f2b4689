"""PostgreSQL's search in narrow rows: those of a common word are read in a twentieth of the time.

A search looks at each row that says the word, if only at its head. PostgreSQL keeps a value apart
from its row only where the row has more than 2 kB: so `pad` makes each one wider than that, and
takes some forty bytes once it is compressed.
"""

from django.db import migrations

NARROW = [
    "CREATE TABLE timeline_search_narrow (event bigint PRIMARY KEY, said tsvector NOT NULL, "
    "pad text NOT NULL DEFAULT repeat(' ', 2048)) WITH (toast_tuple_target = 128)",
    "ALTER TABLE timeline_search_narrow ALTER said SET STORAGE EXTERNAL",
    "INSERT INTO timeline_search_narrow (event, said) SELECT event, stems || array_to_tsvector("
    "ARRAY(SELECT '=' || word FROM unnest(tsvector_to_array(words)) AS word)) FROM timeline_search",
    "DROP TABLE timeline_search",
    "ALTER TABLE timeline_search_narrow RENAME TO timeline_search",
    "ALTER INDEX timeline_search_narrow_pkey RENAME TO timeline_search_pkey",
    "CREATE INDEX timeline_search_said ON timeline_search USING gin (said)",
]
# The words of all events are read anew.
WIDE = [
    "DROP TABLE timeline_search",
    "CREATE TABLE timeline_search "
    "(event bigint PRIMARY KEY, stems tsvector NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX timeline_search_stems ON timeline_search USING gin (stems)",
    "CREATE INDEX timeline_search_words ON timeline_search USING gin (words)",
    "INSERT INTO timeline_reworded (event) SELECT id FROM timeline_event",
]


def narrow(apps, schema_editor):
    _run(schema_editor, NARROW)


def widen(apps, schema_editor):
    _run(schema_editor, WIDE)


def _run(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0013_desk'),
    ]

    operations = [migrations.RunPython(narrow, widen)]
