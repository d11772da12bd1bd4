"""The size of the code: modules, functions, templates, what the browser loads."""

import ast
import gzip
from pathlib import Path
from statistics import median

from bench.table import Row, at_most

ROOT = Path(__file__).resolve().parent.parent


def measure(_folder: Path) -> list[Row]:
    """All rows about sizes."""
    modules = {path: lines(path) for path in sorted((ROOT / "skpweb").rglob("*.py"))}
    functions = [size for path in modules for size in function_sizes(path)]
    templates = {path: lines(path) for path in sorted((ROOT / "templates").rglob("*.html"))}
    return [
        Row("modules", f"{len(modules)}, {sum(modules.values())} lines, "
            f"median {median(modules.values()):.0f}"),
        at_most("longest module", *longest(modules)),
        Row("functions", f"{len(functions)}, median {median(functions):.0f} lines with docstring"),
        at_most("longest function", max(functions), 30, "lines"),
        Row("templates", f"{len(templates)}, median {median(templates.values()):.0f} lines"),
        at_most("longest template", *longest(templates, 90)),
        at_most("app.js", packed("app.js"), 3, "KB gz"),
    ]  # fmt: skip


def longest(sizes: dict[Path, int], limit: int = 250) -> tuple[int, int, str, str]:
    """The arguments of the row about the longest file."""
    path = max(sizes, key=lambda p: sizes[p])
    return sizes[path], limit, "lines", path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    """Lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def function_sizes(path: Path) -> list[int]:
    """Lines of each function of a module, decorators left out."""
    return [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]


def packed(name: str) -> float:
    """KB of a static file, compressed."""
    return len(gzip.compress((ROOT / "static" / name).read_bytes(), 9)) / 1024
