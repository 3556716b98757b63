"""Writes the sample workbooks from their builders: `python -m tests.builders.write_samples`."""

from collections.abc import Callable, Mapping

from hubdesk.domain.hub import Hub
from hubdesk.workflows.export_hub import export_hub_workbook
from hubdesk.workflows.resources import Sample, sample_workbook
from tests.builders.havant import havant
from tests.builders.parkside import parkside

BUILDERS: Mapping[Sample, Callable[[], Hub]] = {Sample.PARKSIDE: parkside, Sample.HAVANT: havant}


def main() -> None:
    for sample, build in BUILDERS.items():
        export_hub_workbook(build(), sample_workbook(sample))


if __name__ == "__main__":
    main()
