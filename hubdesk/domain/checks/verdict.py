"""The three severities as words, so that a check reads as what it finds."""

from functools import partial

from hubdesk.domain.problem import Problem, Severity

error = partial(Problem, Severity.ERROR)
"""`error(code, what, where, remedy, records, field)`: cannot be worked out."""
before_issue = partial(Problem, Severity.BEFORE_ISSUE)
"""To be settled before a run is issued."""
warning = partial(Problem, Severity.WARNING)
"""Unwise but true."""
