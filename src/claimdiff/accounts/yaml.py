"""Read YAML as text: every scalar stays the string that was written, and every node knows where it stands.

The event stream is walked with a cap on size and depth before anything is built from it: PyYAML's own composers crash on deep
nesting. libyaml's parser is used where PyYAML has it; the pure one gives the same nodes.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from claimdiff.accounts.decode import Fault, decode
from claimdiff.accounts.diagnostic import Diagnostic, in_order
from claimdiff.accounts.document import Document, Lines, MappingNode
from claimdiff.accounts.limits import MAX_BYTES, limited
from claimdiff.accounts.syntax import explain
from claimdiff.accounts.tree import TreeBuilder

_MOST_PATCHES = 10
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(data: bytes | str, path: str, *, loader: Any = _LOADER) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return a file's document and every fault in it.

    ``path`` names the file in messages; ``loader`` is the PyYAML loader whose event stream is used. The document is None where
    going on would mislead: the file is no YAML or no mapping, is in another encoding, too large or too deep. With other
    faults it is there, without what was refused (the value of an alias, the second value of a key).
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        message = f"the file has {len(raw):,} bytes and at most {MAX_BYTES:,} (2 MiB) are read; split it"
        return None, (Diagnostic(path=path, line=1, column=1, code="too-large", message=message),)
    text, faults = decode(raw)
    if text is None:
        return None, tuple(_diagnostics(path, Lines(""), faults))
    lines = Lines(text)
    root, more = _read(lines, loader)
    diagnostics = in_order(_diagnostics(path, lines, limited((*faults, *more))))
    return (None if root is None else Document(path=path, lines=lines, root=root)), diagnostics


def _read(lines: Lines, loader: Any) -> tuple[MappingNode | None, list[Fault]]:
    """Return the root and the faults.

    libyaml stops at the escape of a lone surrogate, which must not hide the faults behind it: such an escape is noted,
    replaced by one of the same length, and the text is read again. It also looks far ahead and gives up on deep nesting
    without saying where that begins, which the pure parser tells.
    """
    patched: list[Fault] = []
    text = lines.text
    while True:
        builder = TreeBuilder(lines if text is lines.text else Lines(text))
        try:
            builder.read(yaml.parse(text, Loader=loader))
        except (yaml.YAMLError, ValueError) as error:  # the pure parser lets chr() raise on \U00110000
            if "maximum nesting" in str(error) and loader is not yaml.SafeLoader:
                loader = yaml.SafeLoader
                continue
            fault = explain(error, text)
            patched.append(fault)
            if fault.code == "syntax" or len(patched) == _MOST_PATCHES:
                return None, patched + builder.faults
            written = text[fault.start : fault.end]
            text = text[: fault.start] + written[:-4] + "fffd" + text[fault.end :]
        else:
            return builder.root, patched + builder.faults


def _diagnostics(path: str, lines: Lines, faults: Iterable[Fault]) -> Iterator[Diagnostic]:
    for fault in faults:
        place = lines.position(fault.start, fault.end)
        yield Diagnostic(
            path=path,
            line=place.line,
            column=place.column,
            code=fault.code,
            message=fault.message,
            end_line=place.end_line,
            end_column=place.end_column,
        )
