"""Wrong usage, in words."""

from typing import Any

import typer

_MORE = "Got unexpected extra argument"


def in_words(wrong: typer.TyperException) -> str:
    """What is wrong with what was typed, and where to read how it goes.

    Empty where the help was shown instead, because nothing was typed.
    """
    context: Any = getattr(wrong, "ctx", None)
    what = _what(wrong).strip()
    if not what:
        return ""
    sentence = what if what.endswith((".", "?")) else f"{what}."
    command = context.command_path if context is not None else "hubdesk"
    return f"{sentence}\nHow it goes: {command} --help"


def _what(wrong: typer.TyperException) -> str:
    message = wrong.message.removeprefix("Value error, ")
    if isinstance(wrong, typer.BadParameter):
        name = _name(wrong)
        return f"{name}: {message}" if message else f"{name} is missing"
    if message.startswith(_MORE):
        return f"There is more here than it takes: {message.partition('(')[2].partition('(')[2][:-1]}"
    return message


def _name(wrong: typer.BadParameter) -> str:
    """The option or argument concerned, as it is typed."""
    hint = wrong.param_hint or (wrong.param.get_error_hint() if wrong.param else "")
    return str(hint).replace("'", "")
