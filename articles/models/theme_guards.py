"""Triggers by which a theme that was merged into another leads there, whoever writes.

A merged theme points at one that stands, so that nobody has to follow more than one step. What is
found or given for it, by somebody who does not know yet, is found or given for that one.
"""

import pgtrigger

from articles.guards import Guard, points_at_a_standing_one

THEME = [points_at_a_standing_one("articles_theme", "a theme")]


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
