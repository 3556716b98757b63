"""Somebody who does anything at all with the window, by mouse and keys, and watches what comes of it."""
