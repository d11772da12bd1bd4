"""run.py: one command, one clear sentence when something is in the way."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STUB = "import os, sys\nprint('APP', sys.argv[1:], os.environ['SKPWEB_DATA_DIR'])\nsys.exit(7)\n"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of run.py beside an application that only says how it was called."""
    folder = tmp_path_factory.mktemp("clone with space")
    shutil.copy(ROOT / "run.py", folder)
    (folder / "requirements.txt").write_text("# none\n")
    (folder / "constraints.txt").touch()
    (folder / "skpweb").mkdir()
    (folder / "skpweb" / "__init__.py").touch()
    (folder / "skpweb" / "__main__.py").write_text(STUB)
    return folder


def run(
    clone: Path, *words: str, before: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run run.py as a person would; ``before`` is Python that runs first."""
    script = str(clone / "run.py")
    code = f"{before}\nimport sys, runpy\nsys.argv = {[script, *words]!r}\n"
    code += f"runpy.run_path({script!r}, run_name='__main__')"
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SKPWEB_")}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, **settings},
        capture_output=True,
        text=True,
        cwd=clone.parent,
        timeout=120,
    )


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def sentence(answer: subprocess.CompletedProcess[str]) -> str:
    """The one line that was said, after a failure."""
    assert answer.returncode not in (0, 7)
    lines = answer.stderr.strip().splitlines()
    assert len(lines) == 1, answer.stderr
    return lines[0]


def test_first_start_installs_second_start_does_not(clone: Path) -> None:
    port = free_port()
    first = run(clone, "demo", "--port", port)
    assert "Memasang" in first.stdout
    second = run(clone, "demo", "--port", port)
    assert second.stdout == f"APP ['demo', '--port', '{port}'] {clone / 'demo-data'}\n"
    assert second.returncode == 7


def test_changed_requirements_are_installed(clone: Path) -> None:
    run(clone, "doctor")
    (clone / "requirements.txt").write_text("# still none\n")
    assert "Memasang" in run(clone, "doctor").stdout
    assert "Memasang" not in run(clone, "doctor").stdout


def test_any_other_word_reaches_the_application_with_its_data_folder(clone: Path) -> None:
    answer = run(clone, "backup", "x.zip", SKPWEB_DATA_DIR="elsewhere")
    assert answer.stdout.endswith("APP ['backup', 'x.zip'] elsewhere\n")
    assert answer.returncode == 7


@pytest.mark.parametrize("form", [["--port", "{}"], ["--port={}"]])
def test_taken_port(clone: Path, form: list[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        text = sentence(run(clone, "serve", *[part.format(port) for part in form]))
    assert port in text
    assert "pilih port lain" in text


def test_port_that_is_none(clone: Path) -> None:
    assert "bukan angka" in sentence(run(clone, "demo", "--port", "delapan"))


def test_folder_that_cannot_be_written(clone: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    text = sentence(run(clone, "doctor", SKPWEB_VENV=str(tmp_path / "file" / "venv")))
    assert "tidak dapat ditulisi" in text


def test_old_python(clone: Path) -> None:
    answer = run(clone, "demo", before="import sys; sys.version_info = (3, 9, 2, 'final', 0)")
    assert sentence(answer) == "skpweb memerlukan Python 3.11 atau lebih baru; ini Python 3.9."


def test_missing_venv_module(clone: Path, tmp_path: Path) -> None:
    before = "import sys; sys.modules['ensurepip'] = None"
    answer = run(
        clone, "doctor", before=before, SKPWEB_VENV=str(tmp_path / "venv"), PATH=os.devnull
    )
    assert "sudo apt install python3." in sentence(answer)


def test_packages_that_cannot_be_installed(clone: Path, tmp_path: Path) -> None:
    (clone / "wheels").mkdir()
    (clone / "requirements.txt").write_text("a-package-that-is-not-in-wheels==1\n")
    answer = run(clone, "doctor", SKPWEB_VENV=str(tmp_path / "venv"))
    shutil.rmtree(clone / "wheels")
    (clone / "requirements.txt").write_text("# none\n")
    assert answer.returncode == 1
    assert answer.stderr.strip().endswith("lalu jalankan lagi.")


def test_without_a_word_it_says_how_to_use_it(clone: Path) -> None:
    answer = run(clone)
    assert answer.returncode == 2
    assert "demo" in answer.stdout
