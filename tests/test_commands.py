"""The commands as a person runs them: real processes, a real port."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from skpweb.office.demo_folder import MARK, NotADemo, prepare, welcome

ROOT = Path(__file__).parent.parent


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "skpweb", *words]


def clean_environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("SKPWEB_")}
    return kept | {"PYTHONUNBUFFERED": "1"}


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), cwd=ROOT, env=clean_environment(), capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server on an empty data folder, stopped by Ctrl-C: its address and folder."""
    folder = tmp_path_factory.mktemp("data")
    # a run in the background of a shell ignores Ctrl-C and would hand that down
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    server = subprocess.Popen(
        command("serve", "--port", "0", "--data", str(folder)),
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    signal.signal(signal.SIGINT, before)
    assert server.stdout is not None
    said = []
    for line in server.stdout:
        said.append(line)
        if "http://" in line:
            break
    found = re.search(r"http://[\d.]+:\d+", "".join(said))
    assert found, said
    yield found[0], folder
    server.send_signal(signal.SIGINT)
    rest, _ = server.communicate(timeout=30)
    assert rest == "Berhenti.\n"
    assert server.returncode == 0


def test_serve_answers_from_a_migrated_database(served: tuple[str, Path]) -> None:
    address, folder = served
    with urllib.request.urlopen(address + "/healthz") as answer:
        assert answer.status == 200
    assert (folder / "skpweb.db").exists()


def test_a_taken_port_is_one_sentence(served: tuple[str, Path]) -> None:
    address, folder = served
    port = address.rsplit(":", 1)[1]
    answer = run("serve", "--port", port, "--data", str(folder))
    assert answer.returncode != 0
    assert f"Port {port} sedang dipakai program lain" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_backup_and_restore_by_command(served: tuple[str, Path], tmp_path: Path) -> None:
    _, folder = served
    file = tmp_path / "office.zip"
    assert run("backup", str(file), "--data", str(folder)).returncode == 0
    restored = run("restore", str(file), f"--data={tmp_path / 'new'}")
    assert restored.returncode == 0, restored.stderr
    assert "Pemulihan selesai" in restored.stdout
    assert run("audit-verify", "--data", str(tmp_path / "new")).returncode == 0
    again = run("restore", str(tmp_path / "absent.zip"), "--data", str(tmp_path / "new"))
    assert again.returncode != 0
    assert "tidak ada" in again.stderr


def test_doctor_ends_with_a_status(served: tuple[str, Path]) -> None:
    answer = run("doctor", "--data", str(served[1]))
    assert answer.returncode == 1
    assert "MASALAH Belum ada cadangan" in answer.stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [('TIMEZONE = "Mars/Base"\n', "TIMEZONE"), ("COLOUR = 1\n", "COLOUR"), ("x", "config.toml")],
)
def test_a_wrong_setting_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "config.toml").write_text(content)
    answer = run("doctor", "--data", str(tmp_path))
    assert answer.returncode != 0
    assert len(answer.stderr.strip().splitlines()) == 1
    assert sentence in answer.stderr


def test_the_demo_does_not_touch_real_data(served: tuple[str, Path]) -> None:
    _, folder = served
    answer = run("demo", "--fresh", "--data", str(folder))
    assert answer.returncode != 0
    assert "bukan folder data contoh" in answer.stderr
    assert (folder / "skpweb.db").exists()


def test_fresh_empties_only_a_marked_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "demo"
    monkeypatch.setenv("SKPWEB_DATA_DIR", str(folder))
    monkeypatch.setenv("SKPWEB_DEMO", "0")
    monkeypatch.setenv("SKPWEB_DATABASE_URL", "postgresql+psycopg://real")
    prepare(fresh=False)
    (folder / "old").touch()
    prepare(fresh=False)
    assert (folder / "old").exists()
    prepare(fresh=True)
    assert [path.name for path in folder.iterdir()] == [MARK]
    assert "SKPWEB_DATABASE_URL" not in os.environ
    (folder / MARK).unlink()
    (folder / "letter.txt").touch()
    with pytest.raises(NotADemo):
        prepare(fresh=True)
    assert (folder / "letter.txt").exists()


def test_the_welcome_names_accounts_that_exist() -> None:
    assert re.findall(r"None", welcome()) == []
    assert len(re.findall(r"\d{18}", welcome())) == 4


def test_libraries_for_papers_and_photos_are_not_loaded_at_the_start(tmp_path: Path) -> None:
    source = (
        "import sys, skpweb.office.clocks;"  # needs nothing that was loaded before it
        "from skpweb import create_app; create_app();"
        "print(sorted({'xhtml2pdf', 'reportlab', 'pypdf', 'PIL', 'openpyxl'} & set(sys.modules)))"
    )
    environment = clean_environment() | {"SKPWEB_DATA_DIR": str(tmp_path)}
    made = subprocess.run(
        [sys.executable, "-c", source], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert made.stdout.strip() == "[]", made.stderr
