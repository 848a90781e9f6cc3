from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0031_items_know_their_starter"),
    ]

    operations = [
        migrations.AddField(
            model_name="watchedsource",
            name="rung_at",
            field=models.DateTimeField(
                editable=False, help_text="When a worker was last told that it is due.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="watchedsource",
            name="problem",
            field=models.CharField(
                blank=True,
                choices=[
                    ("no_feed", "This is no RSS or Atom feed."),
                    ("no_sitemap", "This is no sitemap."),
                    ("no_folder", "There is no such folder where the workers run."),
                    ("other_folder", "This folder is not one that may be watched."),
                    (
                        "closed_files",
                        "Some of what is in it cannot be read where the workers run. The rest is imported.",
                    ),
                    ("feed_too_large", "The feed is too big: it may have 5 MB at most."),
                    ("empty", "The file is empty."),
                    ("unsupported", "This kind of file cannot be imported yet."),
                    ("not_text", "This is not a text: it may be damaged or of another kind."),
                    ("bad_encoding", "The letters of this text cannot be made out."),
                    (
                        "save_as_docx",
                        "A file of an old Word or another word processor. Save it as .docx and import that.",
                    ),
                    (
                        "picture",
                        "There is no text in it: it is a picture. Run text recognition (OCR) on it first.",
                    ),
                    ("no_body", "No article was found in it."),
                    ("encrypted", "It is protected by a password."),
                    ("damaged", "The file is damaged."),
                    ("nothing_inside", "There is nothing in it to import."),
                    (
                        "too_many",
                        "There are more files or rows in it than can be imported at once. Please split it.",
                    ),
                    (
                        "unpacks_too_large",
                        "Unpacked, it would be bigger than can be imported at once. Please split it.",
                    ),
                    (
                        "nested",
                        "An archive or a table inside an archive. Please unpack it and import it by itself.",
                    ),
                    (
                        "no_text_column",
                        "No column holds the text of the articles. Name it “Nội dung” or “text”.",
                    ),
                    ("broken_row", "This row is broken and cannot be read."),
                    ("row_without_text", "This row has no text."),
                    (
                        "secret",
                        "It bears a mark of secrecy. It was refused, and nothing of it was kept.",
                    ),
                    ("too_large", "The file is too big."),
                    ("too_long", "The text is too long to be one article."),
                    ("too_many_pages", "It has too many pages to be one article."),
                    ("too_much_memory", "Reading it took too much memory. It was set aside."),
                    ("bad_address", "This is no web address."),
                    (
                        "forbidden_address",
                        "This address leads into a closed network, where nothing is fetched.",
                    ),
                    (
                        "closed_port",
                        "Only what sites show at the usual ports (80 and 443) is fetched.",
                    ),
                    ("not_allowed", "The site does not let programs fetch this page."),
                    ("not_found", "There is no such page (any more)."),
                    ("refused_by_site", "The site refused to give this page."),
                    ("no_answer", "The site did not answer, or only with an error."),
                    ("leads_nowhere", "The address leads on to others without end."),
                    ("took_too_long", "Reading it took too long. It was set aside."),
                    ("gave_up", "Reading it failed several times. It was set aside."),
                    ("error", "Something went wrong on our side. The error has been logged."),
                ],
                editable=False,
                max_length=20,
                verbose_name="problem",
            ),
        ),
    ]
