"""Reading in a process of its own, so that no file can take a worker down with it.

`reader` is what workers call; `child` is what runs apart. That one has no Django, no database
and no keys, only the pure package `articles.reading`, and limits that the kernel holds.
"""
