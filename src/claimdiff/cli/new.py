"""``claimdiff new``: start an event or an account."""

from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command with its two parts."""
    group = typer.Typer(name="new", help="Start an event or an account.", no_args_is_help=True)
    group.command()(event)
    group.command()(account)
    app.add_typer(group)


def event(
    name: Annotated[str, typer.Argument(metavar="EVENT", help="Its name: lower-case letters, digits, hyphens.")],
    title: Annotated[str | None, typer.Option(help="What it is called.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Its day.")] = None,
    summary: Annotated[str | None, typer.Option(help="What happened, in a sentence or two.")] = None,
) -> None:
    """Start an event: a folder with its event.yaml."""
    from claimdiff.accounts.emit import dump_event
    from claimdiff.accounts.model import Event
    from claimdiff.cli.drafting import folder_name
    from claimdiff.cli.making import create, prompted, schema_path
    from claimdiff.cli.options import as_date
    from claimdiff.cli.selection import need_project

    project = need_project()
    folder = project.data / folder_name(name, "an event")
    title = prompted(title, "What is the event called?")
    day = as_date(prompted(date, "Its day, as YYYY-MM-DD?"), "--date")
    made = Event(key=name, title=title, date=day, summary=summary)
    text = dump_event(made, schema=schema_path(project, folder, "event"))
    create(folder / "event.yaml", text if text.strip() else f"title: {name}\n")
    say(f"made {project.shown(folder / 'event.yaml')}")


def account(
    name: Annotated[str, typer.Argument(metavar="ACCOUNT", help="Its name: lower-case letters, digits, hyphens.")],
    event: Annotated[str, typer.Option("--event", "-e", metavar="EVENT", help="The event it belongs to.")],
    party: Annotated[str | None, typer.Option(help="Whose account it is.")] = None,
    role: Annotated[str, typer.Option(help="principal, reaction or reporter.")] = "principal",
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of the statement.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="FILE", help="An archived text, such as seeds/report.txt.")
    ] = None,
) -> None:
    """Start an account: a file with everything but its assertions, and one to begin with."""
    from claimdiff.accounts.emit import dump_account
    from claimdiff.accounts.model import Account, Assertion
    from claimdiff.accounts.names import did_you_mean
    from claimdiff.cli.drafting import folder_name
    from claimdiff.cli.making import create, known_source, prompted, schema_path
    from claimdiff.cli.options import as_date
    from claimdiff.cli.selection import need_project
    from claimdiff.vocabulary import Role

    project = need_project()
    folder = project.data / folder_name(event, "an event")
    if not folder.is_dir():
        raise CannotGoOn(f"there is no event {event!r}; claimdiff new event {event} makes it")
    if role not in {member.value for member in Role}:
        raise CannotGoOn(f"--role takes principal, reaction or reporter, not {role!r}{did_you_mean(role, Role)}")
    known = known_source(project, source)
    first = Assertion(
        id="first",
        text="Write what the party says, one proposition in one sentence.",
        sources=(known.key,) if known else (),
    )
    made = Account(
        key=folder_name(name, "an account"),
        party=prompted(party, "Whose account is it?") or name.replace("-", " ").title(),
        role=Role(role),
        date=as_date(date, "--date") or (known.published if known else None),
        sources={known.key: known} if known else {},
        assertions=(first,),
    )
    path = folder / f"{name}.yaml"
    create(path, dump_account(made, schema=schema_path(project, folder, "account")))
    say(f"made {project.shown(path)}")
