"""``claimdiff source``: archive the texts that quotes are checked against."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command with its one part."""
    group = typer.Typer(name="source", help="Archive the texts that quotes are checked against.", no_args_is_help=True)
    group.callback()(_group)
    group.command()(add)
    app.add_typer(group)


def _group() -> None:
    """Archive the texts that quotes are checked against."""


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The text, or - for standard input.")],
    name: Annotated[str | None, typer.Option(help="The name under seeds/; else the file's.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    url: Annotated[str | None, typer.Option(help="Its live address.")] = None,
    archive: Annotated[str | None, typer.Option(metavar="URL", help="A web archive's copy.")] = None,
    published: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day it was published.")] = None,
    retrieved: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day it was read; today else.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Its language, such as en.")] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Keep its digest only: for a text that may not be published.")
    ] = False,
) -> None:
    """Archive a text under seeds/, with what is known of it beside it; --private keeps only its digest."""
    from claimdiff.accounts.model import Source
    from claimdiff.accounts.write import write_atomic
    from claimdiff.cli.drafting import read_text
    from claimdiff.cli.making import create, prompted, stem_of
    from claimdiff.cli.options import as_date
    from claimdiff.cli.selection import need_project
    from claimdiff.drafting.sources import FOLDER, digest, record_yaml

    project = need_project()
    _, data = read_text(file)
    stem = stem_of(name or (file.stem if str(file) != "-" else title or "source"))
    path = project.root / FOLDER / f"{stem}.txt"
    publisher = prompted(publisher, "Who published it?")
    title = prompted(title, "Its title?")
    url = prompted(url, "Its live address?")
    archive = prompted(archive, "A web archive's copy?")
    published = prompted(published, "Published on (YYYY-MM-DD)?")
    language = prompted(language, "Its language (such as en)?")
    _refuse({"--url": url, "--archive": archive}, {"--publisher": publisher, "--title": title}, language)
    source = Source(
        key=stem,
        publisher=publisher,
        title=title,
        url=url,
        archive_url=archive,
        published=as_date(published, "--published"),
        retrieved=as_date(retrieved, "--retrieved") or datetime.datetime.now(tz=datetime.UTC).date(),
        language=language,
        file=None if private else f"{FOLDER}/{stem}.txt",
        sha256=digest(data),
    )
    record = path.with_suffix(".yaml")
    create(record, record_yaml(source))
    if not private and not path.exists():
        write_atomic(path, data)
    elif not private and path.read_bytes() != data:
        record.unlink()
        raise CannotGoOn(f"{project.shown(path)} exists already with another text; give another --name")
    say(f"made {project.shown(record)}" if private else f"made {project.shown(path)} and {project.shown(record)}")


def _refuse(addresses: dict[str, str | None], words: dict[str, str | None], language: str | None) -> None:
    """Raise CannotGoOn for what no account could hold or link to: the record is copied into all that are drafted."""
    from claimdiff.accounts.decode import without_refused
    from claimdiff.accounts.values import READERS, WrongValue
    from claimdiff.display import quoted

    for option, value in addresses.items():
        if value is not None and not value.lower().startswith(("https://", "http://")):
            raise CannotGoOn(f"{option} takes an address that begins with https:// or http://, not {quoted(value)}")
    for option, value in (addresses | words).items():
        if value is not None and without_refused(value) != value:
            raise CannotGoOn(f"{option}: {quoted(value)} holds a control or invisible character; remove it")
    try:
        if language is not None:
            READERS["Language"](language)
    except WrongValue as error:
        raise CannotGoOn(f"--language: {error}") from error
