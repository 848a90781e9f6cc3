"""`/api/v1/`: what is published, for other programmes. It reads editions and changes nothing.

An operation says what it takes and gives (`Operation`); from that its address is made, what it is
asked is read, and the OpenAPI document and the page for people are written.
"""
