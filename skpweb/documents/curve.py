"""The guide curve of the pola distribusi as a small vector picture (p.94-96)."""

import base64
from itertools import pairwise

from skpweb.domain.distribution import guide
from skpweb.domain.ratings import OrganisationLevel

WIDTH, HEIGHT, STEPS = 400, 210, 7  #: drawing units; STEPS rows of the grid


def picture(level: OrganisationLevel) -> str:
    """The curve of ``level`` over its grid as a ``data:`` address of an SVG."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>{_grid()}'
        f'<path d="{_path(level)}" fill="none" stroke="#000000" stroke-width="2.5"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _grid() -> str:
    rows = [f"M0 {HEIGHT * n / STEPS:g}H{WIDTH}" for n in range(STEPS + 1)]
    columns = [f"M{WIDTH * n / 4:g} 0V{HEIGHT}" for n in range(5)]
    return f'<path d="{"".join(rows + columns)}" fill="none" stroke="#c8c8c8"/>'


def _path(level: OrganisationLevel) -> str:
    """One smooth line that neither overshoots a peak nor leaves the grid."""
    heights = list(guide(level).values())
    points = [(WIDTH * n / 4, HEIGHT * (1 - high / STEPS)) for n, high in enumerate(heights)]
    slopes = _slopes([y for _, y in points])
    third = WIDTH / 12
    curves = [
        f"C{x + third:.1f} {y + slope / 3:.1f} "
        f"{x2 - third:.1f} {y2 - slope2 / 3:.1f} {x2:g} {y2:.1f}"
        for ((x, y), slope), ((x2, y2), slope2) in pairwise(zip(points, slopes, strict=True))
    ]
    return f"M{points[0][0]:g} {points[0][1]:.1f}" + "".join(curves)


def _slopes(ys: list[float]) -> list[float]:
    """Rise per step at each point; flat at peaks, so no curve passes beyond its points."""
    steps = [b - a for a, b in pairwise(ys)]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(steps)]
    return [steps[0], *inner, steps[-1]]
