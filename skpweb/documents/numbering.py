""" "Halaman x dari y": pages wait until their number is known. Imported with the renderer."""

from typing import Any

from reportlab.lib.units import mm
from xhtml2pdf.builders.printmarks import MarkedCanvas

#: form.css declares it as Form; the renderer's name of its upright face
FONT, SIZE = "form_00", 7.5
RIGHT, BOTTOM = 12 * mm, 14 * mm - 5.9


class NumberedCanvas(MarkedCanvas):
    """A canvas that draws every page's number last.

    The renderer's own total would lay the whole document out twice.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._waiting: list[dict[str, Any]] = []

    def showPage(self) -> None:
        """Put the page aside as it is."""
        self._waiting.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish the pages put aside, then the file."""
        pages, self._waiting = self._waiting, []
        for number, page in enumerate(pages, 1):
            self.__dict__.update(page)
            self.setFont(FONT, SIZE)
            width = self._pagesize[0]
            self.drawRightString(width - RIGHT, BOTTOM, f"Halaman {number} dari {len(pages)}")
            super().showPage()
        super().save()
