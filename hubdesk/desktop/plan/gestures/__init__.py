"""Gestures: what one press of the mouse leads to, until it is let go or cancelled with Esc."""
