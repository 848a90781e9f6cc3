"""Searching what was published: words, what readers ask for, and marking it where it stands.

Pure: no database and no requests. `portal.queries.searching` asks PostgreSQL.
"""
