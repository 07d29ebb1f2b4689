from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_published_index'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='article',
            options={'base_manager_name': 'objects', 'ordering': ['-added_at', '-id'], 'permissions': [('take_down_article', 'Can take articles down, for good')]},
        ),
    ]
