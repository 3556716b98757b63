"""The committed sample workbooks say exactly what their builders say."""

import pytest

from hubdesk.domain.checks import problems
from hubdesk.workflows.import_hub import read_hub_workbook, update_from_workbook
from hubdesk.workflows.resources import Sample, sample_workbook
from tests.builders.write_samples import BUILDERS
from tests.exchange.xlsx.hub_workbook.comparing import but_for_ids

AFRESH = "run python -m tests.builders.write_samples"


@pytest.mark.parametrize("sample", Sample)
def test_a_workbook_reads_as_the_hub_of_its_builder(sample: Sample) -> None:
    read = read_hub_workbook(sample_workbook(sample))
    assert but_for_ids(read.hub) == but_for_ids(BUILDERS[sample]()), AFRESH


@pytest.mark.parametrize("sample", Sample)
def test_brought_into_that_hub_a_workbook_changes_nothing(sample: Sample) -> None:
    assert not update_from_workbook(BUILDERS[sample](), sample_workbook(sample)).change


@pytest.mark.parametrize("sample", Sample)
def test_a_workbook_comes_in_with_the_checks_warnings_and_no_others(sample: Sample) -> None:
    read = read_hub_workbook(sample_workbook(sample))
    assert [one.code for one in read.warnings] == [one.code for one in problems(BUILDERS[sample]())]
