"""How dates are written and typed: day first, in both languages.

Django's own defaults would read 02/09/2021 as the ninth of February.
"""
