"""The files of a new project, and where the example that comes with the package lies."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from claimdiff.cli.errors import CannotGoOn

EXAMPLE = "trump-putin-2025-03-18"
SEED = "000_775401348d42a178.txt"

_SETTINGS = """\
# Settings of claimdiff; docs/cli.md describes them.
data = "data"
{event}# lexicon = ["lexicon.yaml"]     # terms of your own

# [severity]
# no-quote = "warning"
"""
_WORKFLOW = """\
# Checks the accounts on every change: quotes against their sources, decisions, ids.
name: accounts
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install claimdiff
      - run: claimdiff check --format github
      - run: claimdiff fmt --check
"""
_EDITOR = """\
{
  "yaml.schemas": {
    "./schema/account.schema.json": ["data/*/*.yaml", "!data/*/event.yaml"],
    "./schema/event.schema.json": "data/*/event.yaml",
    "./schema/links.schema.json": "data/*/links/*.yaml"
  },
  "yaml.customTags": [],
  "files.insertFinalNewline": true
}
"""
_EDITORCONFIG = """\
root = true

[*.yaml]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
"""
_IGNORED = "# Output of claimdiff\n*.report.html\n"


def make_project(folder: Path, *, example: bool) -> list[str]:
    """Write a project's files and return their names; what exists is left as it is. CannotGoOn where nothing can be made."""
    from claimdiff.accounts.json_schema import KINDS, schema_file, schema_text
    from claimdiff.accounts.write import write_atomic

    if folder.exists() and not folder.is_dir():
        raise CannotGoOn(f"{folder} is no folder")
    if (folder / "claimdiff.toml").exists():
        raise CannotGoOn(f"{folder / 'claimdiff.toml'} exists already; this is a project")
    files: dict[str, str | bytes] = {
        "claimdiff.toml": _SETTINGS.format(event=f'event = "{EXAMPLE}"\n' if example else '# event = "my-event"\n'),
        ".github/workflows/accounts.yml": _WORKFLOW,
        ".vscode/settings.json": _EDITOR,
        ".editorconfig": _EDITORCONFIG,
        ".gitignore": _IGNORED,
        **{f"schema/{schema_file(kind)}": schema_text(kind) for kind in KINDS},
        "data/.gitkeep": "",
        "seeds/.gitkeep": "",
    }
    if example:
        files = {name: data for name, data in files.items() if not name.endswith(".gitkeep")}
        files.update(example_files())
    made = []
    for name, data in files.items():
        path = folder / name
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
        made.append(name)
    return made


def example_files() -> dict[str, bytes]:
    """Return the example's files by their names in a project."""
    event, seed = _example()
    found = {f"data/{EXAMPLE}/{name}": _own_schema(data) for name, data in sorted(_walk(event))}
    return found | {f"seeds/{SEED}": seed.read_bytes()}


def _example() -> tuple[Traversable, Traversable]:
    """Return the event's folder and its source: beside the package's code where it is installed, else in the checkout."""
    installed = resources.files("claimdiff").joinpath("example")
    if installed.is_dir():
        return installed.joinpath("data", EXAMPLE), installed.joinpath("seeds", SEED)
    root = Path(__file__).resolve().parents[3]
    if not (root / "data" / EXAMPLE).is_dir():
        message = "the example did not come with this installation; it is in the project's repository"
        raise CannotGoOn(message)
    return root / "data" / EXAMPLE, root / "seeds" / SEED


def _walk(folder: Traversable, above: str = "") -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _walk(entry, f"{above}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            found.append((above + entry.name, entry.read_bytes()))
    return found


def _own_schema(data: bytes) -> bytes:
    """Return a data file with the schema of the new project named for editors, not the repository's."""
    return data.replace(b"/docs/schema/", b"/schema/")
