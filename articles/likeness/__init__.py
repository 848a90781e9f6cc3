"""How alike two texts are. Pure: no Django and no I/O.

`signatures` tells cheaply which of many texts are worth a look, `grams` how alike two are indeed,
`differing` in which words they differ.
"""
