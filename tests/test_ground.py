"""What the other tests lean on does what they believe."""

from pathlib import Path

import openpyxl
import psycopg
import xlsxwriter

from tests.libreoffice import LibreOffice


def test_libreoffice_works_out_formulas_rather_than_believe_them(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    path = tmp_path / "wrong sum.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Sums").write_formula("A1", "=1+1", value=3)
    assert openpyxl.load_workbook(path, data_only=True)["Sums"]["A1"].value == 3

    recalculated = libreoffice.recalculate(path)

    assert openpyxl.load_workbook(recalculated, data_only=True)["Sums"]["A1"].value == 2
    assert openpyxl.load_workbook(recalculated)["Sums"]["A1"].value == "=1+1"


def test_each_test_has_an_empty_database(postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        connection.execute("CREATE TABLE desk (code text)")


def test_no_test_sees_the_tables_of_another(postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert found == (0,)
