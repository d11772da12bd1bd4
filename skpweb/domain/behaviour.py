"""The seven core values and their 21 panduan perilaku (art. 10, p.29-30).

Fixed text of the regulation, printed word for word on every form.
"""

from enum import StrEnum


class CoreValue(StrEnum):
    """Nilai dasar BerAKHLAK, in the order of the forms."""

    SERVICE = "service"
    ACCOUNTABLE = "accountable"
    COMPETENT = "competent"
    HARMONIOUS = "harmonious"
    LOYAL = "loyal"
    ADAPTIVE = "adaptive"
    COLLABORATIVE = "collaborative"
