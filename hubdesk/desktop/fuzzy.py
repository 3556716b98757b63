"""How well a few letters mean a title: what a palette sorts by."""


def score(typed: str, title: str) -> int | None:
    """Higher is better; None where the letters are not in `title` in that order. Blanks count for nothing.

    Whole words typed beat beginnings of words, and these beat letters strewn about.
    """
    wanted, text = typed.casefold().split(), title.casefold()
    if not wanted:
        return 0
    words = text.replace("…", "").replace(":", " ").split()
    if all(any(word.startswith(part) for word in words) for part in wanted):
        exact = sum(part in words for part in wanted)
        return 2_000 + 100 * exact + (50 if words and words[0].startswith(wanted[0]) else 0) - len(text)
    together = " ".join(wanted)
    if together in text:
        return 1_000 - text.index(together) - len(text)
    return _strewn("".join(wanted), text)


def _strewn(letters: str, text: str) -> int | None:
    place, total = -1, 0
    for letter in letters:
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        begins_word = found == 0 or not text[found - 1].isalnum()
        total += 10 if begins_word else 5 if found == place + 1 else 0
        total -= min(found - place, 10)
        place = found
    return total
