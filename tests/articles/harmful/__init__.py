"""An app for workers of tests: some words in an article do harm while it is being saved.

It listens where `review` does, and shows what a parser, a driver or a rule may do on a bad day.
"""
