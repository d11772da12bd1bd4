"""What was measured, against its bar."""

from dataclasses import dataclass


@dataclass
class Row:
    """One line: what, the figure as shown, the bar as shown, whether it is met (None: no bar)."""

    what: str
    figure: str
    bar: str = ""
    is_met: bool | None = None


def at_most(what: str, value: float, limit: float, unit: str, note: str = "") -> Row:
    """A figure that must not be above its limit; ``note`` names where it was worst."""
    figure = f"{value:.2f}" if value < 10 and value != int(value) else f"{value:.0f}"
    shown = f"{figure} {unit}".strip() + (f" ({note})" if note else "")
    return Row(what, shown, f"≤ {limit:g} {unit}".strip(), value <= limit)


def render(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| What | Measured | Bar | Met |", "|---|---|---|---|"]
    words = {True: "yes", False: "**NO**", None: ""}
    lines += [f"| {r.what} | {r.figure} | {r.bar} | {words[r.is_met]} |" for r in rows]
    return "\n".join(lines) + "\n"
