"""Where the renderer's tables may be cut by the end of a page, and how the cut looks.

Cells that belong together are drawn without a line between them; a cut among
them would leave the frame open. A heading row must not stay behind alone, and
no text may be shrunk to fit a page. Imported with the renderer, not before.
"""

from typing import Any

from reportlab.lib.colors import black
from xhtml2pdf.xhtml2pdf_reportlab import PmlKeepInFrame, PmlTable

TALL = 160  #: points; a row as tall as this is cut where the page ends, not moved on whole
UNBOUNDED = 0xFFFFFFF  #: points; the height that the renderer takes for none at all


class WholeCell(PmlKeepInFrame):
    """A cell as high as its text: where that is too high its row is cut, never its print shrunk."""

    def wrap(self, width: float, height: float) -> Any:
        """The cell's size in ``width``; the height offered does not count."""
        return super().wrap(width, UNBOUNDED)


class WellCutTable(PmlTable):
    """A table that is cut as an official form is."""

    def split(self, width: float, height: float) -> list[Any]:
        """The two parts, with a line along the cut; empty where the table moves on whole."""
        parts: list[Any] = super().split(width, height)
        if len(parts) == 2 and self._linecmds:
            _rule(parts[0], "LINEBELOW", -1)
            _rule(parts[1], "LINEABOVE", self._repeatCount())
        return parts

    def _getFirstPossibleSplitRowPosition(self, height: float, ignoreSpans: int = 0) -> int:
        row: int = super()._getFirstPossibleSplitRowPosition(height, ignoreSpans)
        if ignoreSpans or row >= self._nrows or not _is_heading(self, row - 1):
            return row
        alone_at_top = row - 1 <= self._repeatCount() and self._mayCutInsideRow()
        return row if alone_at_top else row - 1

    def _flowsAt(self, height: float) -> bool:
        row = super()._getFirstPossibleSplitRowPosition(height, 1)
        tall = self._repeatCount() <= row < self._nrows and self._rowHeights[row] > TALL
        return tall or bool(super()._flowsAt(height))

    def _splitInsideRow(self, width: float, height: float) -> list[Any]:
        """Cut the tall row itself: a cut before it would leave a second head on the page."""
        self.splitByRow = 0
        parts: list[Any] = super()._splitInsideRow(width, height)
        for part in (self, *parts):
            part.splitByRow = 1
        return parts


def _rule(part: Any, side: str, row: int) -> None:
    part.setStyle([(side, (0, row), (-1, row), 0.5, black)])


def _is_heading(table: Any, row: int) -> bool:
    """Whether one cell spans ``row`` to its end: "A. UTAMA", the name of a core value."""
    last = table._ncols - 1
    return any(
        start[0] <= 1 and start[1] == row == stop[1] and stop[0] in (last, -1)
        for _, start, stop in table._spanCmds
    )
