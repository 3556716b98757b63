"""`python -m tests.screenshots [OUT]`: take every screenshot, and lay them out to be looked at."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.screenshots.contact_sheet import contact_sheet
from tests.screenshots.sizes import SIZES, Size

_SCHEMES = ("light", "dark")


def main() -> int:
    parser = argparse.ArgumentParser(prog="./hub screenshots", description="Take every screenshot.")
    parser.add_argument("out", nargs="?", type=Path, default=Path("out/screenshots"))
    parser.add_argument("--only", default="", help="only scenes with this word in their names")
    parser.add_argument("--size", choices=sorted(SIZES), action="append", help="only at this size")
    parser.add_argument("--scheme", choices=_SCHEMES, action="append", help="only in these colours")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    status = 0
    for name in asked.size or SIZES:
        for scheme in asked.scheme or _SCHEMES:
            folder = asked.out / f"{name}-{scheme}"
            print(folder, file=sys.stderr, flush=True)
            status |= _shoot(SIZES[name], scheme, folder, asked.only)
    print(contact_sheet(asked.out))
    return status


def _shoot(size: Size, scheme: str, folder: Path, only: str) -> int:
    """Qt takes its scale once, as it begins: so each size has a process, on a screen that is not there."""
    with tempfile.TemporaryDirectory(prefix="hubdesk-screen-") as screen:
        described = Path(screen) / "screen.json"
        one = {"name": "desk", "x": 0, "y": 0, "width": 4000, "height": 2400, "logicalDpi": 96, "dpr": 1}
        described.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
        settings = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={described}",
            "QT_SCALE_FACTOR": str(size.factor),
        }
        words = [str(size.width), str(size.height), scheme, str(folder), only]
        return subprocess.run(
            [sys.executable, "-m", "tests.screenshots.shoot", *words], env=settings, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
