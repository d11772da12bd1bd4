"""``python -m skpweb COMMAND``; ``--data DIR`` may stand anywhere among the words."""

import os
import sys

import click
from flask.cli import FlaskGroup

from skpweb import create_app
from skpweb.config import BadSetting
from skpweb.office import demo_folder


def main(words: list[str]) -> None:
    """Set the data folder, make the app, run the command."""
    words, data = take_data(words)
    if data:
        os.environ["SKPWEB_DATA_DIR"] = data
    try:
        if words[:1] == ["demo"]:
            demo_folder.prepare(fresh="--fresh" in words)
        app = create_app()
    except (demo_folder.NotADemo, BadSetting) as error:
        sys.exit(f"Tidak dapat mulai: {error}")
    group = FlaskGroup(create_app=lambda: app, load_dotenv=False, add_default_commands=False)
    group.main(words or ["--help"], prog_name="skpweb")


def take_data(words: list[str]) -> tuple[list[str], str]:
    """The words without ``--data DIR`` or ``--data=DIR``, and that folder ("" if none)."""
    rest, data = [], ""
    left = iter(words)
    for word in left:
        if word == "--data":
            data = next(left, "")
            if not data:
                raise click.UsageError("--data needs a folder")
        elif word.startswith("--data="):
            data = word.removeprefix("--data=")
        else:
            rest.append(word)
    return rest, data


if __name__ == "__main__":
    main(sys.argv[1:])
