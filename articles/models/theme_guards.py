"""Triggers by which a theme that was merged into another leads there, whoever writes.

A merged theme points at one that stands, so that nobody has to follow more than one step. What is
found or given for it, by somebody who does not know yet, is found or given for that one.
"""

import pgtrigger

from articles.guards import Guard, refuse

_CHAIN = refuse("a theme is merged into a standing one only")

THEME = [
    Guard(
        name="points_at_a_standing_one",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),
        condition=pgtrigger.Q(new__merged_into__isnull=False),
        declare=[("further", "bigint")],
        # The lock makes two merges at the same instant wait for one another.
        func=f"""
            SELECT merged_into_id INTO further FROM articles_theme
                WHERE id = NEW.merged_into_id FOR SHARE;
            IF further IS NOT NULL OR NEW.merged_into_id = NEW.id THEN
                {_CHAIN}
            END IF;
            IF EXISTS (SELECT 1 FROM articles_theme WHERE merged_into_id = NEW.id) THEN
                {_CHAIN}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  (words of this module only)
    ),
]


def follows_merges(column: str) -> pgtrigger.Trigger:
    """Its name puts it before the triggers that ask what people said of the theme.

    The lock makes a merge wait for what is being saved, and this for a merge that goes on.
    """
    return Guard(
        name="a_merge_is_followed",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("further", "bigint")],
        func=f"""
            LOOP
                SELECT merged_into_id INTO further FROM articles_theme
                    WHERE id = NEW.{column} FOR KEY SHARE;
                EXIT WHEN further IS NULL;
                NEW.{column} := further;
            END LOOP;
            RETURN NEW;
        """,  # noqa: S608  (words of this module only)
    )
