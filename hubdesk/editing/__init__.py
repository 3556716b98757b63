"""How it changes: hub and intent in, one `Change` out.

One file to a noun. Every function takes the hub first and hands back a Change with a title for an
undo menu; it raises Refused, with problems for the user, where the intent cannot be met. Records go
in as whole values; the errors that a whole value may bring in are found by `domain.checks`.
"""
