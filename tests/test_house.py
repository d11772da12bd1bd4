"""House rules that no linter knows: sizes, one verb for states, names, no leftovers."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OWN = sorted(
    path
    for place in ("skpweb", "tests", "bench", "migrations")
    for path in (ROOT / place).rglob("*.py")
) + [ROOT / "run.py", ROOT / "wsgi.py"]
APPLICATION = [path for path in OWN if path.is_relative_to(ROOT / "skpweb")]
GENERATED = ROOT / "migrations" / "versions"
STATES = {"state"}
VAGUE = {"utils", "util", "helpers", "helper", "services", "service", "manager", "common", "misc"}
LEFTOVERS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|pytest\.mark\.(xfail|skip)\b|NotImplemented")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def assigned(path: Path) -> Iterator[ast.Attribute]:
    """Attributes that are assigned to, also inside tuples."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node


@pytest.mark.parametrize("path", OWN, ids=name)
def test_modules_and_functions_are_short(path: Path) -> None:
    if path.is_relative_to(GENERATED):
        return
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 250, f"{lines} lines"
    long = [f"{node.name}: {length(node)}" for node in functions(path) if length(node) > 30]
    assert long == []


def test_functions_are_typically_tiny() -> None:
    sizes = [length(node) for path in APPLICATION for node in functions(path)]
    assert statistics.median(sizes) <= 8  # signature and docstring are counted


@pytest.mark.parametrize("path", APPLICATION, ids=name)
def test_only_the_verb_changes_a_state(path: Path) -> None:
    if path == ROOT / "skpweb" / "moves.py":
        return
    found = [f"line {node.lineno}" for node in assigned(path) if node.attr in STATES]
    assert found == []
    assert not re.search(r"setattr\([^,]+,\s*['\"]state['\"]", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", OWN, ids=name)
def test_nothing_is_left_for_later(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path != Path(__file__):
        assert LEFTOVERS.findall(text) == []


def test_modules_have_telling_names() -> None:
    words = {word for path in OWN for word in re.split(r"[/_.]", name(path))}
    assert words & VAGUE == set()


@pytest.mark.parametrize("path", APPLICATION, ids=name)
def test_domain_and_models_never_commit(path: Path) -> None:
    if {"domain", "models"} & set(path.relative_to(ROOT).parts):
        assert ".commit(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", APPLICATION, ids=name)
def test_files_are_named_in_one_place(path: Path) -> None:
    if path != ROOT / "skpweb" / "web" / "headers.py":
        assert "Content-Disposition" not in path.read_text(encoding="utf-8")  # ``headers.offer``


@pytest.mark.parametrize("path", APPLICATION, ids=name)
def test_tables_are_made_by_migrations_only(path: Path) -> None:
    assert "create_all(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [p for p in APPLICATION if p.name == "routes.py" or "routes" in p.parts], ids=name
)
def test_a_view_commits_once(path: Path) -> None:
    """A view ends with ``done`` or with one commit of its own, never with both."""
    for view in functions(path):
        calls = [
            node
            for node in ast.walk(view)
            if isinstance(node, ast.Call)
            and (
                getattr(node.func, "id", "") == "done" or getattr(node.func, "attr", "") == "commit"
            )
        ]
        kinds = {getattr(call.func, "id", "commit") for call in calls}
        assert len(kinds) <= 1, view.name


def test_every_relationship_says_what_it_loads() -> None:
    models = [path for path in APPLICATION if "models" in path.parts]
    for path in models:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "relationship":
                lazy = [word.value for word in node.keywords if word.arg == "lazy"]
                assert [ast.literal_eval(value) for value in lazy] == ["raise_on_sql"], (
                    f"{name(path)}:{node.lineno}"
                )


def test_requirements_are_pinned() -> None:
    for file in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / file).read_text().splitlines():
            assert not line or line.startswith(("#", "-r ")) or re.fullmatch(r"\S+==[\w.]+", line)


def test_every_dependency_is_explained() -> None:
    text = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w-]+)", (ROOT / "requirements.txt").read_text(), re.M)
    assert [package for package in pinned if f"| {package} " not in text] == []


def test_the_glossary_names_what_the_code_knows() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", text))
    known = {word for path in APPLICATION for word in re.findall(r"\w+", path.read_text("utf-8"))}
    assert named >= {"Skp", "Rhk", "Evaluation", "assessor"}
    assert named - known - {path.stem for path in APPLICATION} == set()
