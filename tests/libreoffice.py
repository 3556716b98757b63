"""LibreOffice as the judge of workbooks: it works out every formula afresh."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"

# 0 is "always": without it the stored values would be believed.
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class LibreOffice:
    """One LibreOffice with a profile of its own, so that several may run side by side."""

    def __init__(self, folder: Path) -> None:
        found = shutil.which("soffice") or shutil.which(_MAC)
        if found is None:
            raise RuntimeError("LibreOffice is not installed (no soffice on PATH); ./hub setup installs it")
        self._program = found
        self._profile = folder / "profile"
        self._results = folder / "results"
        (self._profile / "user").mkdir(parents=True)
        (self._profile / "user" / "registrymodifications.xcu").write_text(
            _ALWAYS_RECALCULATE, encoding="utf-8"
        )
        self._count = 0

    def recalculate(self, workbook: Path) -> Path:
        """Open an .xlsx, work out every formula, save it as a new .xlsx; where the new one is.

        Raises RuntimeError with what LibreOffice said when it writes nothing.
        """
        return self.recalculate_all([workbook])[0]

    def recalculate_all(self, workbooks: Sequence[Path]) -> list[Path]:
        """As `recalculate`, for several of different names in one go, since starting takes the time."""
        results, said = self._convert(workbooks, "xlsx:Calc MS Excel 2007 XML")
        recalculated = [results / f"{workbook.stem}.xlsx" for workbook in workbooks]
        for made, workbook in zip(recalculated, workbooks, strict=True):
            if not made.exists():
                raise RuntimeError(f"LibreOffice wrote no workbook from {workbook}:\n{said}")
        return recalculated

    def _convert(self, workbooks: Sequence[Path], form: str) -> tuple[Path, str]:
        """Every one of `workbooks` in another form; in which folder, and what LibreOffice said."""
        self._count += 1
        results = self._results / str(self._count)
        results.mkdir(parents=True)
        done = subprocess.run(
            [
                self._program,
                f"-env:UserInstallation={self._profile.as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                form,
                "--outdir",
                str(results),
                *map(str, workbooks),
            ],
            env={**os.environ, "HOME": str(self._profile), "SAL_USE_VCLPLUGIN": "svp"},
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        return results, f"{done.stdout}{done.stderr}"
