"""The full-text search of the database, which reads all events when it is first asked."""

from django.db import migrations

from timeline.search.engines import engine_of


def create_search(apps, schema_editor):
    for statement in engine_of(schema_editor.connection).create:
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
