"""The demo: people, sample articles and a published list, on servers that come and go with it."""
