"""The same call gives the same bytes, wherever and however it is run."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from factories import ROOT

EVENT = "trump-putin-2025-03-18"
NUMBER = 50
PARTS = 4
"""Into how many tests the environments are parted, so that several processes share them."""
COMMANDS = (
    ("compare", "--event", EVENT, "--format", "json", "--all-roles"),
    ("compare", "kremlin", "whitehouse", "--event", EVENT),
    ("check", EVENT, "--format", "json", "--no-cache", "--drift"),
)
ZONES = ("UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Antarctica/Troll", "nonsense")
LOCALES = ("C", "POSIX", "C.UTF-8", "en_US.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "")


def copied(folder: Path, *, crlf: bool) -> Path:
    """Copy the project with one event, its YAML files with the line ends asked for."""
    for name in ("seeds", f"data/{EVENT}"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "claimdiff.toml", folder)
    for path in (folder / "data").rglob("*.yaml") if crlf else ():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return folder


def environments() -> list[dict[str, str]]:
    rng = random.Random(50)
    return [
        {
            "PYTHONHASHSEED": str(rng.randrange(2**32)),
            "TZ": ZONES[n % len(ZONES)],
            "LANG": LOCALES[n % len(LOCALES)],
            "LC_ALL": LOCALES[(n // 2) % len(LOCALES)],
            "COLUMNS": str(rng.choice((1, 20, 80, 500))),
            "PYTHONUTF8": str(n % 2),
            "TERM": rng.choice(("dumb", "xterm-256color", "")),
        }
        for n in range(NUMBER)
    ]


def outputs(folder: Path, environment: dict[str, str]) -> list[bytes]:
    plain = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "PYTHONPATH", "SYSTEMROOT")}
    found = []
    for command in COMMANDS:
        ran = subprocess.run(
            [sys.executable, "-m", "claimdiff", *command],
            cwd=folder,
            env={**plain, **environment},
            capture_output=True,
            check=False,
        )
        assert ran.returncode in (0, 1), ran.stderr
        found.append(ran.stdout)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_output__50_environments__same_bytes(tmp_path: Path, part: int) -> None:
    unix, dos = copied(tmp_path / "unix", crlf=False), copied(tmp_path / "dos", crlf=True)
    wanted = outputs(unix, {"PYTHONHASHSEED": "0"})
    assert all(wanted)
    places = (unix, dos, unix / "data", dos / "seeds", unix / "data" / EVENT / "links")
    for n, environment in list(enumerate(environments()))[part::PARTS]:
        place = places[n // PARTS % len(places)]
        assert outputs(place, environment) == wanted, (place, environment)
