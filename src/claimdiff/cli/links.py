"""From a selection of accounts to the links file of two of them."""

from claimdiff.accounts.model import Account
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.selection import Selection
from claimdiff.review.store import LinksFile


def links_file(selection: Selection, one: Account, other: Account) -> LinksFile:
    """Return the links file of two accounts of the selected event; CannotGoOn where they are of no event."""
    if selection.project is None or not selection.event.key:
        message = "decisions are kept with an event of the project; name two accounts of one event"
        raise CannotGoOn(message)
    left, right = sorted((one, other), key=lambda account: account.key)
    return LinksFile(folder=selection.project.data / selection.event.key, left=left, right=right)
