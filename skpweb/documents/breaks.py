"""Tables whose frame is closed where a page ends.

Cells that belong together are drawn without a line between them; a page break
among them would leave the frame open at the foot of one page and the head of
the next.
"""

from typing import Any

def closed(table: type[Any]) -> type[Any]:
    """A subclass of the renderer's table that draws a line along every cut."""

    class ClosedTable(table):
        def split(self, width: float, height: float) -> list[Any]:
            parts: list[Any] = super().split(width, height)
            if len(parts) == 2 and self._linecmds:
                _rule(parts[0], "LINEBELOW", -1)
                _rule(parts[1], "LINEABOVE", parts[1]._repeatCount())
            return parts

    return ClosedTable


def _rule(part: Any, side: str, row: int) -> None:
    from reportlab.lib.colors import black

    part.setStyle([(side, (0, row), (-1, row), 0.5, black)])
