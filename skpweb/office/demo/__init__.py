"""The demo office: Kecamatan Contohsari (last year closed, this year running) and a
puskesmas with its special situations. Years are relative to the given day."""

from skpweb.office.demo.build import build, is_there

__all__ = ["build", "is_there"]
