"""The page on which all screenshots are laid out side by side."""

from html import escape
from pathlib import Path

_HEAD = """<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><title>Hubdesk: screenshots</title>
<style>
body { font: 15px/1.4 sans-serif; margin: 2rem; background: #f5f6f7; color: #1b2126; }
figure { display: inline-block; width: 23%; margin: 0 1% 1.5rem 0; vertical-align: top; }
img { width: 100%; border: 1px solid #7b858e; }
</style>
<h1>Hubdesk: screenshots</h1>
"""


def contact_sheet(folder: Path) -> Path:
    """Write `index.html` over the pictures in `folder`, a scene to a row; where it is."""
    shots = sorted(folder.glob("*/*.png"), key=lambda shot: (shot.name, shot.parent.name))
    parts = [_HEAD]
    scene = ""
    for shot in shots:
        if shot.stem != scene:
            scene = shot.stem
            parts.append(f"<h2>{escape(scene.replace('-', ' '))}</h2>\n")
        link, words = escape(shot.relative_to(folder).as_posix()), escape(shot.parent.name)
        parts.append(
            f'<figure><a href="{link}"><img loading="lazy" src="{link}" alt="{escape(scene)}, {words}"></a>'
            f"<figcaption>{words}</figcaption></figure>\n"
        )
    page = folder / "index.html"
    page.write_text("".join(parts), encoding="utf-8")
    return page
