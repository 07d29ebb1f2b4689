from django.db import migrations

from timeline.roles import make_roles


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0011_reach'),
        ('articles', '0005_take_down'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: make_roles(apps, schema_editor.connection.alias),
            migrations.RunPython.noop,
        ),
    ]
