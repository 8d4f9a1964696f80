"""Validate a document against its schema and say every fault with its place and remedy."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from claimdiff.accounts.diagnostic import Diagnostic, in_order
from claimdiff.accounts.document import REFUSED, Document, ScalarNode, plain
from claimdiff.accounts.limits import limited
from claimdiff.accounts.rules import Misfit, account_misfits, event_misfits, links_misfits
from claimdiff.accounts.sides import sides_of, to_models
from claimdiff.accounts.sound import read_sound

if TYPE_CHECKING:
    from claimdiff.accounts.schema import AccountModel, EventModel, LinksModel

_M = TypeVar("_M")
_Result = tuple[_M | None, tuple[Diagnostic, ...]]


def read_account(document: Document, *, stem: str | None = None) -> "_Result[AccountModel]":
    """Return the account that a document holds, None when it has faults, and the faults.

    ``stem`` is the name that the account has to have; None for a file outside a project.
    """
    data = _data(document)
    model, misfits = validate("account", data)
    return _result(document, model, (*misfits, *account_misfits(data, stem)))


def read_links(document: Document, *, stem: str | None = None) -> "_Result[LinksModel]":
    """Return the decisions that a document holds, None when it has faults, and the faults."""
    data = _data(document)
    sides = sides_of(data, stem)
    model, misfits = validate("links", to_models(data, sides), sides)
    return _result(document, model, (*misfits, *links_misfits(data, stem, sides)))


def read_event(document: Document) -> "_Result[EventModel]":
    """Return the event file that a document holds, None when it has faults, and the faults."""
    data = _data(document)
    model, misfits = validate("event", data)
    return _result(document, model, (*misfits, *event_misfits(data)))


def validate(
    name: str, data: Mapping[str, Any], sides: tuple[str, str] | None = None
) -> tuple[Any, tuple[Misfit, ...]]:
    """Return the model of the data, None when it does not fit, and every misfit.

    ``name`` is that of a kind of file; ``sides`` are a pair's accounts. Sound data never waits for pydantic: what
    ``read_sound`` returns has the attributes of the model.
    """
    model = read_sound(name, data)
    if model is not None:
        return model, ()
    from claimdiff.accounts.misfits import checked

    return checked(name, data, sides)


def _data(document: Document) -> dict[str, Any]:
    return {key.value: plain(value) for key, value in document.root.entries}


def _result(document: Document, model: _M | None, misfits: Iterable[Misfit]) -> _Result[_M]:
    diagnostics = in_order(_diagnostics(document, limited(misfits)))
    return (None if diagnostics else model), diagnostics


def _diagnostics(document: Document, misfits: Iterable[Misfit]) -> Iterator[Diagnostic]:
    for misfit in misfits:
        node = document.find(misfit.path)
        if isinstance(node, ScalarNode) and node.style == REFUSED:
            continue
        at_key = misfit.at_key or (isinstance(node, ScalarNode) and node.start == node.end)
        place = document.key_position(misfit.path) if at_key else document.position(misfit.path)
        # A whole list or mapping is not the place of its fault: where it begins is.
        several = not at_key and not isinstance(node, ScalarNode)
        yield Diagnostic(
            path=document.path,
            line=place.line,
            column=place.column,
            code=misfit.code,
            message=misfit.message,
            end_line=None if several else place.end_line,
            end_column=None if several else place.end_column,
        )
