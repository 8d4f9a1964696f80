"""Where in its file a rule's finding stands."""

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.document import Document, KeyPath, Position

Path = tuple[str | int, ...]


def at(document: Document, path: KeyPath, code: str, message: str) -> Diagnostic:
    """Return a diagnostic at the value of a path; the run gives it the severity of its rule."""
    return _diagnostic(document, document.position(path), code, message)


def at_start(document: Document, path: KeyPath, code: str, message: str) -> Diagnostic:
    """Return a diagnostic where a list or mapping begins, or at the key of a value."""
    place = document.key_position(path)
    end = (place.line, place.column) if isinstance(path[-1], int) else (place.end_line, place.end_column)
    return Diagnostic(
        path=document.path,
        line=place.line,
        column=place.column,
        code=code,
        message=message,
        end_line=end[0] if not isinstance(path[-1], int) else None,
        end_column=end[1] if not isinstance(path[-1], int) else None,
    )


def within(document: Document, path: KeyPath, start: int, end: int, code: str, message: str) -> Diagnostic:
    """Return a diagnostic at ``value[start:end]`` of the scalar at a path."""
    return _diagnostic(document, document.place(path, start, end), code, message)


def quote_path(document: Document, assertion: int, quote: int) -> Path:
    """Return the path of the words of a quote, whichever form the assertion has."""
    short: Path = ("assertions", assertion, "quote")
    if document.find(short) is not None:
        return short
    # Items of the list that only name a source are no quotes.
    listed = getattr(document.find(("assertions", assertion, "quotes")), "items", ())
    with_words = [k for k in range(len(listed)) if document.find(("assertions", assertion, "quotes", k, "quote"))]
    return ("assertions", assertion, "quotes", with_words[quote], "quote")


def _diagnostic(document: Document, place: Position, code: str, message: str) -> Diagnostic:
    return Diagnostic(
        path=document.path,
        line=place.line,
        column=place.column,
        code=code,
        message=message,
        end_line=place.end_line,
        end_column=place.end_column,
    )
