"""The sample workbooks are found from a clone and from an installed wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hubdesk.workflows.resources import Sample, sample_workbook

ROOT = Path(__file__).resolve().parents[2]


def test_in_a_clone_samples_lie_beside_the_package() -> None:
    assert sample_workbook(Sample.HAVANT) == ROOT / "resources" / "samples" / "havant.xlsx"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a wheel puts into it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("hubdesk-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_in_a_wheel_samples_lie_inside_the_package(installed: Path) -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from hubdesk.workflows.resources import Sample, sample_workbook;"
            "print(sample_workbook(Sample.PARKSIDE))",
        ],
        cwd=installed,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert Path(found) == installed / "hubdesk" / "resources" / "samples" / "parkside.xlsx"


def test_a_wheel_holds_every_resource(installed: Path) -> None:
    resources = ROOT / "resources"
    ours = {path.relative_to(resources) for path in resources.rglob("*") if path.is_file()}
    theirs = installed / "hubdesk" / "resources"
    assert ours == {path.relative_to(theirs) for path in theirs.rglob("*") if path.is_file()}
