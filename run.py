#!/usr/bin/env python3
"""Start skpweb with one command: ``python3 run.py demo``.

Needs Python 3.11 or newer and nothing else; works on Linux, macOS and Windows.
The first start makes ``.venv`` and installs the pinned requirements (from
``wheels/`` if that folder is there, with ``uv`` if it is installed); later
starts find everything in place. Everything after the first word goes to the
application, except that ``test`` and ``bench`` install the test requirements.
"""

import sys

if sys.version_info < (3, 11):  # before any syntax or module an old Python lacks
    found = "%d.%d" % sys.version_info[:2]
    sys.exit("skpweb memerlukan Python 3.11 atau lebih baru; ini Python " + found + ".")

import hashlib
import os
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("SKPWEB_VENV") or ROOT / ".venv").expanduser().absolute()
USAGE = """Pemakaian: python3 run.py PERINTAH

  demo     kantor contoh di browser   [--port 8000] [--host 127.0.0.1] [--data DIR] [--fresh]
  serve    pemakaian sungguhan        [--port 8000] [--host 127.0.0.1] [--data DIR]
  test     semua pengujian            [argumen pytest]
  bench    tabel pengukuran
  lainnya  perintah aplikasi, misalnya: backup FILE, restore FILE --data DIR, doctor"""


class Problem(Exception):
    """Something the person at the keyboard can solve; the text says how."""


def main(words):
    """Do what the first word says; answers the exit status."""
    if not words or words[0] in ("-h", "--help", "help"):
        print(USAGE)
        return 0 if words else 2
    word, rest = words[0], words[1:]
    if word in ("demo", "serve"):
        check_port(rest)
    prepare("requirements-dev.txt" if word in ("test", "bench") else "requirements.txt")
    if word == "test":
        return test(rest)
    if word == "bench":
        return run([str(ROOT / "bench" / "run.py"), *rest])
    return run(["-m", "skpweb", *words])


# ---- the environment


def prepare(requirements):
    """Make the environment and install ``requirements`` unless that is done already."""
    wanted = fingerprint(requirements)
    mark = VENV / f"installed-{requirements}"
    if python().exists() and mark.exists() and mark.read_text() == wanted:
        return
    try:
        make_environment()
        install(requirements)
        mark.write_text(wanted)
    except OSError as error:
        raise Problem(
            f"Folder {VENV} tidak dapat ditulisi ({error.strerror}). "
            "Beri izin tulis, atau sebut folder lain dalam SKPWEB_VENV."
        ) from error


def fingerprint(requirements):
    """What must be installed and for which Python: changes when either does."""
    content = sys.version.encode()
    for name in sorted({"constraints.txt", "requirements.txt", requirements}):
        content += (ROOT / name).read_bytes()
    return hashlib.sha256(content).hexdigest()


def python():
    """The environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment():
    """An empty virtual environment, unless a working one of this Python is there."""
    if works():
        return
    say("Menyiapkan lingkungan Python …")
    uv = shutil.which("uv")
    if uv:
        command = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)]
    else:
        need_venv_module()
        command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    VENV.parent.mkdir(parents=True, exist_ok=True)
    if not os.access(VENV if VENV.exists() else VENV.parent, os.W_OK):
        raise PermissionError(13, "tanpa izin tulis")  # before minutes of downloading
    step(command, "Lingkungan Python tidak dapat dibuat.")


def works():
    """Whether the environment runs, with the Python that runs this file."""
    if not python().exists():
        return False
    question = [str(python()), "-c", "import sys; print(sys.version)"]
    answer = subprocess.run(question, capture_output=True, text=True)
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def need_venv_module():
    """Debian and Ubuntu leave out what makes environments."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        version = "%d.%d" % sys.version_info[:2]
        raise Problem(
            "Modul venv tidak ada. Pasang dulu, misalnya di Debian atau Ubuntu: "
            f"sudo apt install python{version}-venv — lalu jalankan lagi perintah ini."
        ) from error


def install(requirements):
    """Install the pinned packages, from ./wheels where that folder exists."""
    say("Memasang paket yang diperlukan; sekali saja, sekitar 40 MB …")
    uv = shutil.which("uv")
    if uv:
        command = [uv, "pip", "install", "--quiet", "--python", str(python())]
    else:
        command = [str(python()), "-m", "pip", "install", "--disable-pip-version-check"]
        command += ["--quiet", "--no-input"]
    if (ROOT / "wheels").is_dir():
        command += ["--no-index", "--find-links", str(ROOT / "wheels")]
    step(
        [*command, "-c", str(ROOT / "constraints.txt"), "-r", str(ROOT / requirements)],
        "Paket tidak dapat dipasang. Periksa sambungan internet, atau isi folder wheels/ "
        "(lihat docs/operations.md), lalu jalankan lagi.",
    )


def step(command, sorry):
    """Run a command that takes long, showing that time passes; its words only on failure."""
    done = threading.Event()
    ticker = threading.Thread(target=tick, args=(done,), daemon=True)
    ticker.start()
    try:
        result = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
    finally:
        done.set()
        ticker.join()
    if result.returncode:
        print(result.stdout[-3000:].strip(), file=sys.stderr)
        raise Problem(sorry)


def tick(done):
    """Seconds on a terminal; a line every ten seconds where output is kept in a file."""
    started, live = time.monotonic(), sys.stdout.isatty()
    while not done.wait(1 if live else 10):
        seconds = round(time.monotonic() - started)
        print(f"\r  {seconds} detik " if live else f"  … {seconds} detik", end="" if live else "\n")
        sys.stdout.flush()
    if live:
        print("\r" + " " * 20 + "\r", end="", flush=True)


# ---- running


def check_port(words):
    """Refuse a taken port before anything is installed or built."""
    host, port = option(words, "--host", "127.0.0.1"), option(words, "--port", "8000")
    if not port.isdigit() or int(port) > 65535:
        raise Problem(f"Port {port!r} bukan angka 0 sampai 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except PermissionError as error:
            raise Problem(
                f"Port {port} tidak boleh dipakai akun ini; pilih --port 8000."
            ) from error
        except OSError as error:
            raise Problem(
                f"Alamat {host} port {port} tidak dapat dipakai ({error.strerror}). "
                "Mungkin skpweb sudah berjalan di sana; pilih port lain, misalnya --port 8001."
            ) from error


def option(words, name, default):
    """The value of ``name VALUE`` or ``name=VALUE`` among the words."""
    for word, following in zip(words, [*words[1:], default]):
        if word == name:
            return following
        if word.startswith(name + "="):
            return word.split("=", 1)[1]
    return default


def test(words):
    """The whole test suite, on all processors unless told otherwise."""
    if not any(word.startswith("-n") for word in words):
        words = ["-n", "auto", *words]
    return run(["-m", "pytest", *words], folder=ROOT)


def run(arguments, folder=None):
    """Run the environment's Python on the application; answers its exit status."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUNBUFFERED="1", PYTHONUTF8="1")
    name = "demo-data" if "demo" in arguments[2:3] else "data"
    environment.setdefault("SKPWEB_DATA_DIR", str(ROOT / name))
    # -P: the folder somebody happens to stand in must not be imported from
    command = [str(python()), "-P", *arguments]
    if folder is None and os.name != "nt":
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment, cwd=folder)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # Ctrl-C reached the application as well; it ends in its own way


def say(text):
    """A line of progress, at once."""
    print(text, flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old Windows console knows few letters
    try:
        sys.exit(main(sys.argv[1:]))
    except Problem as problem:
        sys.exit(f"{problem}")
    except KeyboardInterrupt:
        sys.exit(130)
