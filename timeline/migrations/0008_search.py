"""The full-text search of the database, which reads all events when it is first asked."""

from django.db import migrations

FTS5 = [
    "CREATE VIRTUAL TABLE timeline_search USING fts5"
    "(stems, words, tokenize = 'ascii', columnsize = 0)",
]
TSVECTOR = [
    "CREATE TABLE timeline_search "
    "(event bigint PRIMARY KEY, stems tsvector NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX timeline_search_stems ON timeline_search USING gin (stems)",
    "CREATE INDEX timeline_search_words ON timeline_search USING gin (words)",
]


def create_search(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in FTS5 if is_sqlite else TSVECTOR:
        schema_editor.execute(statement)


def drop_search(apps, schema_editor):
    schema_editor.execute("DROP TABLE timeline_search")


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0007_index'),
    ]

    operations = [
        migrations.RunPython(create_search, drop_search),
        migrations.RunSQL(
            "INSERT INTO timeline_reworded (event) SELECT id FROM timeline_event",
            migrations.RunSQL.noop,
        ),
    ]
