"""What PostgreSQL refuses around an erasure, on whose word every append-only row may leave.

- An erasure is of an article that stands when it is written, and is gone when the transaction ends.
- It never changes and never goes away, and the number of the article is not given again.
- The database writes when it was: the start of the transaction, by which later rows know it.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, refuse

ARTICLE = [
    Guard(
        name="number_not_given_again",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("id"),
        func=f"""
            IF EXISTS (SELECT 1 FROM articles_erasure WHERE article_number = NEW.id) THEN
                {refuse("article % was erased: its number is not given again", "NEW.id")}
            END IF;
            RETURN NEW;
        """,
    ),
]

ERASURE = [
    Guard(
        name="of_an_article",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            PERFORM 1 FROM articles_article WHERE id = NEW.article_number FOR UPDATE;
            IF NOT FOUND THEN
                {refuse("there is no article % to erase", "NEW.article_number")}
            END IF;
            NEW.erased_at := transaction_timestamp();
            RETURN NEW;
        """,
    ),
    Guard(
        name="never_changes",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=refuse("a row of % never changes", "TG_TABLE_NAME"),
    ),
    Guard(
        name="never_truncated",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func=refuse("% is never emptied", "TG_TABLE_NAME"),
    ),
    Guard(
        name="article_is_gone",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func=f"""
            IF EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.article_number) THEN
                {refuse("article % has an erasure but still stands", "NEW.article_number")}
            END IF;
            RETURN NULL;
        """,
    ),
]
