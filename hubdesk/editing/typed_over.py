"""What somebody typed into a form, put over a record that others may have changed meanwhile."""

from dataclasses import fields, replace

from hubdesk.domain.record_tables import R


def typed_over(shown: R, typed: R, now: R) -> R:
    """`now` with those fields of `typed` that differ from what the form showed.

    So a form that stood open takes back nothing that a colleague has changed in the fields that were
    left as they were.
    """
    edited = {
        field.name: getattr(typed, field.name)
        for field in fields(shown)
        if getattr(typed, field.name) != getattr(shown, field.name)
    }
    return replace(now, **edited)
