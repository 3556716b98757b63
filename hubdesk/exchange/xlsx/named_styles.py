"""Named cell styles, which XlsxWriter has not: its formats come out under names of their own."""

from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.styles import Styles, XFormatType


class StyledWorkbook(Workbook):  # type: ignore[misc]  # XlsxWriter has no types
    """A workbook whose formats, made by `add_named`, appear as cell styles."""

    def __init__(self, target: BinaryIO, options: dict[str, Any]) -> None:
        super().__init__(target, options)
        self.style_names: dict[int, str] = {}

    def add_named(self, name: str, look: dict[str, Any]) -> Any:
        """A format that users find under `name` in their list of styles."""
        made = self.add_format(look)
        self.style_names[made._get_xf_index()] = name
        return made

    def _get_packager(self) -> Packager:
        return _StyledPackager(self.style_names)


class _StyledPackager(Packager):  # type: ignore[misc]
    def __init__(self, style_names: dict[int, str]) -> None:
        super().__init__()
        self._style_names = style_names

    def _write_styles_file(self) -> None:
        book = self.workbook
        styles = _NamedStyles(self._style_names)
        styles._set_style_properties(
            [
                book.xf_formats,
                book.palette,
                book.font_count,
                book.num_formats,
                book.border_count,
                book.fill_count,
                book.custom_colors,
                book.dxf_formats,
                book.has_comments,
            ]
        )
        styles._set_xml_writer(self._filename("xl/styles.xml"))
        styles._assemble_xml_file()


class _NamedStyles(Styles):  # type: ignore[misc]
    """Writes each named format twice: as a style, and as the cell format that refers to it."""

    def __init__(self, style_names: dict[int, str]) -> None:
        super().__init__()
        self._style_names = style_names

    def _named(self) -> list[tuple[Any, str]]:
        found = ((one, self._style_names.get(one.xf_index)) for one in self.xf_formats)
        return [(one, name) for one, name in found if name is not None]

    def _write_cell_style_xfs(self) -> None:
        named = self._named()
        self._xml_start_tag("cellStyleXfs", [("count", 1 + len(named))])
        self._write_xf(self.xf_formats[0], XFormatType.STYLE)
        for place, (one, _) in enumerate(named, 1):
            self._write_xf(one, XFormatType.STYLE)
            one.xf_id = place
        self._xml_end_tag("cellStyleXfs")

    def _write_cell_styles(self) -> None:
        named = self._named()
        self._xml_start_tag("cellStyles", [("count", 1 + len(named))])
        self._write_cell_style()
        for place, (_, name) in enumerate(named, 1):
            self._xml_empty_tag("cellStyle", [("name", name), ("xfId", place)])
        self._xml_end_tag("cellStyles")
