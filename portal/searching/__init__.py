"""Searching what was published: its words, what readers ask for, and marking it where it stands.

No requests and no queries: `portal.queries.searching` asks PostgreSQL.
"""
