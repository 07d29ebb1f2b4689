from django.db import migrations, models

REACH = models.CharField(choices=[('public', 'everybody'), ('members', 'members'), ('curators', 'those who work on it')], default='public', help_text='Members are the accounts with a role, “Reader” or more; contributors, curators and administrators work on it.', max_length=10, verbose_name='is read by')
MODELS = ('Timeline', 'HistoricalTimeline')


def to_reach(apps, schema_editor):
    for name in MODELS:
        timelines = apps.get_model('timeline', name)._base_manager.using(schema_editor.connection.alias)
        timelines.filter(is_public=False).update(reach='curators')


def to_flag(apps, schema_editor):
    for name in MODELS:
        timelines = apps.get_model('timeline', name)._base_manager.using(schema_editor.connection.alias)
        timelines.exclude(reach='public').update(is_public=False)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0010_second_hand'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='event',
            options={'base_manager_name': 'objects', 'ordering': ['sort_day', 'sort_span', 'id'], 'permissions': [('publish_event', 'Can publish, reject, join and split events')]},
        ),
        migrations.AlterModelOptions(
            name='timeline',
            options={'ordering': ['title'], 'permissions': [('read_timeline', 'Can read timelines for members')]},
        ),
        *(migrations.AddField(model_name=name.lower(), name='reach', field=REACH.clone()) for name in MODELS),
        migrations.RunPython(to_reach, to_flag),
        *(migrations.RemoveField(model_name=name.lower(), name='is_public') for name in MODELS),
    ]
