"""A fault in the data: where it is, what was found and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from claimdiff.display import safe


class Severity(StrEnum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Diagnostic:
    """One fault. Lines and columns count from 1, columns in code points; the end is exclusive and may be unknown."""

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = Severity.ERROR
    end_line: int | None = field(default=None, compare=False)
    end_column: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return ``file:line:column: message [code]``, safe to print."""
        return f"{safe(self.path)}:{self.line}:{self.column}: {safe(self.message)} [{self.code}]"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by file, line, column and code, each once."""
    return tuple(sorted(set(diagnostics)))


# Every code that reading can give. They are stable: people name them in their configuration.
FORMAT_CODES = MappingProxyType(
    {
        "alias": "A YAML alias (*name) stands for a value written elsewhere; every value is written out.",
        "anchor": "A YAML anchor (&name) marks a value for reuse; every value is written out.",
        "ambiguous-file-name": "Two files differ only in upper and lower case and are one file on some systems.",
        "config": "The configuration file is not valid TOML.",
        "control-character": "A control character stands in the file or is written as an escape.",
        "duplicate-id": "Two assertions of one account, or two entries of one list, have the same id.",
        "duplicate-key": "A key stands twice in one mapping.",
        "empty-list": "A list has no items.",
        "empty-value": "A key has no value.",
        "encoding": "The file is not UTF-8.",
        "extra-document": "The file holds more than one YAML document.",
        "file-extension": "A file in an event's folder ends in .yml, not .yaml.",
        "lone-surrogate": "Half of a UTF-16 surrogate pair stands alone; it is no character.",
        "merge-key": "A YAML merge key (<<) copies another mapping; every key is written out.",
        "missing-key": "A key that is needed is missing.",
        "mixed-forms": "The short form (source, quote, voice) and the list quotes stand in one assertion.",
        "name-mismatch": "A name in the file is not the one in the file's name.",
        "name-order": "The two accounts of a links file are not in alphabetical order.",
        "no-accounts": "An event's folder has no account.",
        "non-scalar-key": "A key is a list or a mapping, not a name.",
        "nul-character": "A NUL character stands in the file or is written as an escape.",
        "reserved-name": "An account has a name that means something else in a links file.",
        "root-not-mapping": "The file does not hold a mapping of keys to values.",
        "source-file": "The archived text of a source is named by a path that may not be read.",
        "syntax": "The file is not YAML.",
        "tag": "A YAML tag (!name) gives a value a type; types come from the schema.",
        "too-deep": "Lists and mappings are nested more than 64 levels deep.",
        "too-large": "The file is larger than 2 MiB, or holds more than 200,000 keys and values.",
        "too-long": "A value has more than 10,000 characters.",
        "unknown-account": "A links file names an account that the event does not have.",
        "unknown-key": "A key has no meaning where it stands.",
        "unreadable": "The file cannot be read.",
        "wrong-date": "A date does not exist or is not written as YYYY-MM-DD.",
        "wrong-id": "A name is not made of lower-case letters, digits and hyphens.",
        "wrong-language": "A language is not given as a tag such as en or pt-BR.",
        "wrong-seal": "A seal is not eight hexadecimal digits.",
        "wrong-sha256": "A SHA-256 digest is not 64 lower-case hexadecimal digits.",
        "wrong-sides": "An entry of a links file does not name the accounts that it is about.",
        "wrong-type": "A list, a mapping or a single value stands where another of them is meant.",
        "wrong-value": "A value is not one of those that its key allows.",
    }
)


class LoadError(Exception):
    """Data that cannot be gone on with; its text is one diagnostic a line."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the diagnostics in order."""
        self.diagnostics = in_order(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))
