"""The trigger by which an item knows who started it, whoever writes.

An import never changes hands. So the index of what is open can be jumped through by starters, and
what one has ordered costs the others nothing.
"""

import pgtrigger

from articles.guards import Guard

KNOWS_ITS_STARTER = Guard(
    name="item_knows_its_starter",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        SELECT concat_ws(' ', source, created_by_id) INTO NEW.starter
            FROM articles_importjob WHERE id = NEW.job_id;
        RETURN NEW;
    """,
)
