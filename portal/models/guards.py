"""What PostgreSQL itself refuses to have done to editions, whoever asks.

- A seeded error stands in no list, and so in no edition; nor could it, since none is approved.
- What was published never changes and never goes away.
- An edition is made of a list that was submitted by the person it says, under the list's address;
  that address lasts.
- An entry stands on an article that is at the desk, and a task's entry on the approved wording of
  that very moment, whose wording, time and bodies it repeats word for word. Both are locked, so
  that nothing changes until the edition is there.
- The whole text of an article is published only where its publisher allows it, word for word.
- An edition has as many entries as it says, and an entry as many themes, documents and texts:
  counted at the end of the transaction, so nothing can be added to what was published.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, refuse


def frozen() -> list[Guard]:
    return [
        Guard(
            name="never_changes",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=refuse("a row of % never changes: it was published", "TG_TABLE_NAME"),
        ),
        Guard(
            name="never_truncated",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func=refuse("% is never emptied: it was published", "TG_TABLE_NAME"),
        ),
    ]


def _complete(rows: str, link: str, count: str, *, of: str, which: str) -> Guard:
    """At the end there are as many `rows` as their owner, a row of the table `of`, says."""
    return Guard(
        name=f"{rows.removeprefix('portal_')}_all_there",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        declare=[("said", "integer"), ("found", "integer")],
        func=f"""
            SELECT {count} INTO said FROM {of} WHERE id = NEW.{which};
            SELECT count(*) INTO found FROM {rows} WHERE {link} = NEW.{which};
            IF found <> said THEN
                {refuse(f"{of} % has % rows of its own, says %", f"NEW.{which}", "found", "said")}
            END IF;
            RETURN NULL;
        """,
    )


def _entries_complete(which: str) -> Guard:
    return _complete(
        "portal_editionentry", "edition_id", "entries_count", of="portal_edition", which=which
    )


def _beside_complete(rows: str, count: str, which: str) -> Guard:
    return _complete(rows, "entry_id", count, of="portal_editionentry", which=which)


def _themes_complete(which: str) -> Guard:
    return _beside_complete("portal_editionentrytheme", "themes_count", which)


def _documents_complete(which: str) -> Guard:
    return _beside_complete("portal_editionentrydocument", "documents_count", which)


def _text_complete(which: str) -> Guard:
    return _beside_complete("portal_editionentrytext", "has_full_text::integer", which)


def _bodies(role: str) -> str:
    """Give the bodies of the version in this role, as printed and in their order."""
    return f"""ARRAY(
        SELECT printed FROM review_versionorganisation
        WHERE version_id = NEW.version_number AND role = '{role}' ORDER BY position, id
    )::varchar[]"""


LIST = [
    Guard(
        name="published_address_lasts",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("slug"),
        condition=pgtrigger.Q(old__slug__df=pgtrigger.F("new__slug")),
        func=f"""
            IF EXISTS (SELECT 1 FROM portal_edition WHERE curated_list_id = OLD.id) THEN
                {refuse("list % was published as %: its address lasts", "OLD.id", "OLD.slug")}
            END IF;
            RETURN NEW;
        """,
    ),
]

LIST_ENTRY = [
    Guard(
        name="no_seeded_error",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Q(new__task__isnull=False),
        func=f"""
            IF EXISTS (SELECT 1 FROM review_seedederror WHERE task_id = NEW.task_id) THEN
                {refuse("task % is a seeded error: it stands in no list", "NEW.task_id")}
            END IF;
            RETURN NEW;
        """,
    ),
]

EDITION = [
    *frozen(),
    Guard(
        name="of_a_submitted_list",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            PERFORM 1 FROM portal_curatedlist
                WHERE id = NEW.curated_list_id AND state = 'submitted'
                    AND submitted_by_id = NEW.submitted_by_id AND slug = NEW.slug
                FOR UPDATE;
            IF NOT FOUND THEN
                {
            refuse(
                "list % was not submitted by person % under the address %",
                "NEW.curated_list_id",
                "NEW.submitted_by_id",
                "NEW.slug",
            )
        }
            END IF;
            RETURN NEW;
        """,
    ),
    _entries_complete("id"),
]

ENTRY = [
    *frozen(),
    Guard(
        name="stands_on_something",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            PERFORM 1 FROM articles_article
                WHERE id = NEW.article_number AND state = 'active' FOR SHARE;
            IF NOT FOUND THEN
                {refuse("article % is not at the desk", "NEW.article_number")}
            END IF;
            IF NEW.kind = 'task' THEN
                PERFORM 1 FROM review_extractedtask
                    WHERE id = NEW.task_number AND article_id = NEW.article_number
                        AND version_id = NEW.version_number AND state = 'approved'
                    FOR SHARE;
                IF NOT FOUND THEN
                    {
            refuse(
                "version % is not the approved wording of task %",
                "NEW.version_number",
                "NEW.task_number",
            )
        }
                END IF;
                IF NOT EXISTS (
                    SELECT 1 FROM review_taskversion
                    WHERE id = NEW.version_number AND wording = NEW.wording AND due = NEW.due
                ) OR NEW.responsible <> {_bodies("responsible")}
                    OR NEW.taking_part <> {_bodies("takes_part")}
                THEN
                    {refuse("entry % says what version % does not", "NEW.id", "NEW.version_number")}
                END IF;
            ELSIF (NEW.wording, NEW.due, NEW.responsible, NEW.taking_part)
                <> ('', '', '{{}}'::varchar[], '{{}}'::varchar[])
            THEN
                {refuse("entry % has a wording without a task", "NEW.id")}
            END IF;
            RETURN NEW;
        """,
    ),
    _entries_complete("edition_id"),
    _themes_complete("id"),
    _documents_complete("id"),
    _text_complete("id"),
]

THEME = [*frozen(), _themes_complete("entry_id")]

DOCUMENT = [*frozen(), _documents_complete("entry_id")]

TEXT = [
    *frozen(),
    Guard(
        name="allowed_word_for_word",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM portal_editionentry entry
                JOIN articles_article article ON article.id = entry.article_number
                JOIN articles_articletext standing ON standing.id = article.text_id
                JOIN articles_publisher publisher ON publisher.id = article.publisher_id
                WHERE entry.id = NEW.entry_id AND entry.kind = 'article'
                    AND standing.body = NEW.body AND publisher.id = NEW.publisher_number
                    AND publisher.full_text_allowed
            ) THEN
                {refuse("the text of entry % may not be shown so", "NEW.entry_id")}
            END IF;
            RETURN NEW;
        """,
    ),
    _text_complete("entry_id"),
]

WITHDRAWAL = frozen()
