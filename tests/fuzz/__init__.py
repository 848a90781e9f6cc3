"""Mutated files of every format, read for as long as one likes: no crash, no hang, no surprise."""
