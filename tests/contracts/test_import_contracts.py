"""The import contracts hold, and each of them bites when it is broken."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

FLOORS = "A room imports only from the floors below it"
PURE = "Domain, charging and editing use the standard library only"
DATABASES = "Only the store speaks to databases and key stores"
WORKBOOKS = "Only the exchange reads and writes workbooks, drawings, pictures and calendars"
TERMINAL = "Only the command line speaks to a terminal"
SOLVERS = "Only allocating reckons with arrays and solvers"
SCREEN = "Only the desktop draws on a screen"

BREACHES = [
    ("domain", "hubdesk.charging", FLOORS),
    ("domain", "hubdesk.editing", FLOORS),
    ("charging", "hubdesk.editing", FLOORS),
    ("editing", "hubdesk.charging", FLOORS),
    ("charging", "hubdesk.store", FLOORS),
    ("editing", "hubdesk.exchange", FLOORS),
    ("store", "hubdesk.exchange", FLOORS),
    ("exchange", "hubdesk.store", FLOORS),
    ("store", "hubdesk.workflows", FLOORS),
    ("exchange", "hubdesk.workflows", FLOORS),
    ("workflows", "hubdesk.cli", FLOORS),
    ("attic", "hubdesk.domain", FLOORS),
    ("domain", "platformdirs", PURE),
    ("charging", "sqlalchemy", PURE),
    ("editing", "openpyxl", PURE),
    ("workflows", "sqlalchemy", DATABASES),
    ("exchange", "psycopg", DATABASES),
    ("cli", "keyring", DATABASES),
    ("workflows", "openpyxl", WORKBOOKS),
    ("store", "xlsxwriter", WORKBOOKS),
    ("cli", "defusedxml", WORKBOOKS),
    ("workflows", "typer", TERMINAL),
    ("store", "rich", TERMINAL),
    ("desktop", "hubdesk.cli", FLOORS),
    ("cli", "hubdesk.desktop", FLOORS),
    ("allocating", "hubdesk.store", FLOORS),
    ("desktop", "sqlalchemy", DATABASES),
    ("workflows", "ezdxf", WORKBOOKS),
    ("workflows", "msgspec", WORKBOOKS),
    ("desktop", "PIL", WORKBOOKS),
    ("desktop", "rich", TERMINAL),
    ("workflows", "ortools", SOLVERS),
    ("exchange", "numpy", SOLVERS),
    ("cli", "PySide6", SCREEN),
    ("workflows", "shiboken6", SCREEN),
]


def settings() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lint(folder: Path) -> tuple[int, str]:
    """Run the contracts on the package in a folder; exit code and what was said, unwrapped."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=folder,
        env={"PATH": "", "PYTHONPATH": str(folder), "COLUMNS": "200", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, to be spoilt."""
    shutil.copytree(ROOT / "hubdesk", tmp_path / "hubdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    code, said = lint(copy)
    assert code == 0, said
    assert " 0 broken" in said


@pytest.mark.parametrize(("room", "imported", "contract"), BREACHES)
def test_a_breach_is_named(copy: Path, room: str, imported: str, contract: str) -> None:
    folder = copy / "hubdesk" / room
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()
    (folder / "breach.py").write_text(f"import {imported}\n", encoding="utf-8")
    code, said = lint(copy)
    assert code == 1, said
    assert f"{contract} BROKEN" in said
    assert "hubdesk.attic" in said if room == "attic" else f"hubdesk.{room}.breach" in said


def test_every_contract_is_broken_once() -> None:
    contracts = {contract["name"] for contract in settings()["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for _, _, contract in BREACHES}


def test_every_library_is_kept_out_of_the_pure_rooms() -> None:
    """A library that is added to the project must be added to the contracts as well."""
    libraries = {
        re.split(r"[\[=<>~]", requirement)[0].lower() for requirement in settings()["project"]["dependencies"]
    }
    [pure] = [c for c in settings()["tool"]["importlinter"]["contracts"] if c["name"] == PURE]
    sources = packages_distributions()
    kept_out = {
        name.lower().replace("_", "-")
        for module in pure["forbidden_modules"]
        for name in sources.get(module, [])
    }
    assert libraries <= kept_out
