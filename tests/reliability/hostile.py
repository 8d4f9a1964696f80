"""The hostile corpus: inputs of our own that a program which reads files from strangers has to stand.

Every input is written into a small sound project, whose event ``call`` has the accounts kremlin and whitehouse.
"""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SOUND = {
    "claimdiff.toml": 'event = "call"\n',
    "seeds/report.txt": "Vladimir Putin has agreed to an immediate 30-day pause. He would not stop.\n",
    "data/call/event.yaml": "title: The call\ndate: 2025-03-18\n",
    "data/call/kremlin.yaml": (
        "account: kremlin\nparty: Kremlin\ncoverage: full\nsources:\n  sky:\n    publisher: Sky News\n"
        "    url: https://news.example/a\n    file: seeds/report.txt\nassertions:\n  - id: pause\n"
        "    text: Putin agreed to a 30-day pause.\n    source: sky\n    quote: has agreed to an immediate 30-day pause\n"
    ),
    "data/call/whitehouse.yaml": (
        "account: whitehouse\nparty: White House\ncoverage: full\nassertions:\n"
        "  - id: truce\n    text: The leaders agreed to a ceasefire.\n"
    ),
    "data/call/links/kremlin--whitehouse.yaml": (
        "accounts: [kremlin, whitehouse]\nlinks:\n"
        "  - {kremlin: [pause], whitehouse: [truce], verdict: partial, facets: [time]}\n"
    ),
}

Build = Callable[[Path], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """One input. ``says`` are words that check has to write, with a place in a file unless ``placed`` is False; none where
    the input only looks hostile and is sound.
    """

    name: str
    build: Build
    says: str = ""
    placed: bool = True
    names: tuple[str, ...] = field(default=())


def write(root: Path, name: str, data: bytes | str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    return path


def sound_project(root: Path) -> None:
    for name, text in SOUND.items():
        write(root, name, text)


KREMLIN = "data/call/kremlin.yaml"
LINKS = "data/call/links/kremlin--whitehouse.yaml"
EVENT = "data/call/event.yaml"
REPORT = "seeds/report.txt"
HEAD = "account: kremlin\nparty: Kremlin\n"


def file(name: str, data: bytes | str) -> Build:
    return lambda root: write(root, name, data)


def settings(text: str, **files: bytes | str) -> Build:
    """Write claimdiff.toml with the default event, and files beside it (an underscore for the dot of their names)."""

    def build(root: Path) -> None:
        write(root, "claimdiff.toml", f"event = 'call'\n{text}\n")
        for name, data in files.items():
            write(root, name.replace("_", "."), data)

    return build


def kremlin(text: str, says: str = "", *, name: str, more: str = "") -> Hostile:
    """An account with one assertion whose text is written as it stands."""
    data = f"{HEAD}{more}assertions:\n  - id: pause\n    text: {text}\n"
    return Hostile(name=name, build=file(KREMLIN, data), says=says)


def sourced(path: str, says: str, *, name: str) -> Hostile:
    old = "file: seeds/report.txt"
    return Hostile(name=name, build=file(KREMLIN, SOUND[KREMLIN].replace(old, f"file: {path}")), says=says)


def quoted(quote: str, says: str = "quote-not-found", *, name: str, source: bytes | str | None = None) -> Hostile:
    def build(root: Path) -> None:
        old = "quote: has agreed to an immediate 30-day pause"
        write(root, KREMLIN, SOUND[KREMLIN].replace(old, f"quote: {quote}"))
        if source is not None:
            write(root, REPORT, source)

    return Hostile(name=name, build=build, says=says)


def special(
    name: str, says: str, make: Callable[[Path], object], path: str = KREMLIN, *, placed: bool = True
) -> Hostile:
    def build(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        make(root / path)

    return Hostile(name=name, build=build, says=says, placed=placed)


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # names of sockets are short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(here)


def link(to: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(to)


def fifo(path: Path) -> None:
    os.mkfifo(path)


def fifo_lexicon(root: Path) -> None:
    fifo(root / "lex.yaml")
    write(root, "claimdiff.toml", "lexicon = ['lex.yaml']\n")


def unreadable(path: Path) -> None:
    write(path.parent, path.name, SOUND[KREMLIN]).chmod(0)


def loop_of(path: Path) -> None:
    path.symlink_to(path.with_name("other"))
    path.with_name("other").symlink_to(path)


def replaced(path: str, old: str, new: str) -> Build:
    return file(path, SOUND[path].replace(old, new))


ENCODINGS = [
    Hostile(name="utf-16-le", build=file(KREMLIN, HEAD.encode("utf-16")), says="encoding"),
    Hostile(name="utf-16-be-no-mark", build=file(KREMLIN, HEAD.encode("utf-16-be")), says="encoding"),
    Hostile(name="utf-32", build=file(KREMLIN, HEAD.encode("utf-32")), says="encoding"),
    Hostile(
        name="latin-1", build=file(KREMLIN, SOUND[KREMLIN].replace("Putin", "Pütin").encode("latin-1")), says="encoding"
    ),
    Hostile(name="lone-ff", build=file(KREMLIN, b"\xff\xfe\xff" + HEAD.encode()), says="encoding"),
    Hostile(name="cut-utf-8", build=file(KREMLIN, SOUND[KREMLIN].encode() + b"# \xe2\x82"), says="encoding"),
    Hostile(name="overlong-utf-8", build=file(KREMLIN, SOUND[KREMLIN].encode() + b"# \xc0\xaf"), says="encoding"),
    Hostile(name="surrogates-as-utf-8", build=file(KREMLIN, SOUND[KREMLIN] + "# \ud83d\ude00"), says="lone-surrogate"),
    Hostile(name="nul-bytes", build=file(KREMLIN, SOUND[KREMLIN].replace("Putin", "Pu\0tin")), says="nul-character"),
    Hostile(name="only-nul", build=file(KREMLIN, b"\0" * 4096), says="encoding"),
    Hostile(name="random-bytes", build=file(KREMLIN, bytes(range(256)) * 64), says="encoding"),
    Hostile(name="byte-order-mark", build=file(KREMLIN, b"\xef\xbb\xbf" + SOUND[KREMLIN].encode())),
    Hostile(name="crlf", build=file(KREMLIN, SOUND[KREMLIN].replace("\n", "\r\n"))),
    Hostile(name="cr-alone", build=file(KREMLIN, SOUND[KREMLIN].replace("\n", "\r"))),
    Hostile(name="empty", build=file(KREMLIN, b""), says=r"\["),
    Hostile(name="source-utf-16", build=file(REPORT, SOUND[REPORT].encode("utf-16")), says="missing-file"),
    Hostile(name="source-binary", build=file(REPORT, bytes(range(256)) * 100), says="missing-file"),
    Hostile(name="source-empty", build=file(REPORT, b""), says="quote-not-found"),
    Hostile(name="source-with-nul", build=file(REPORT, b"\0" * 1000 + SOUND[REPORT].encode())),
    Hostile(name="source-crlf", build=file(REPORT, SOUND[REPORT].replace(" 30-day", "\r\n30-day"))),
]

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
BOMBS = [
    Hostile(name="brackets-100000", build=file(KREMLIN, "a: " + "[" * 100_000), says="too-deep"),
    Hostile(name="braces-100000", build=file(KREMLIN, "{a: " * 100_000), says="too-deep"),
    Hostile(name="dashes-100000", build=file(KREMLIN, "- " * 100_000), says=r"too-deep|root-not-mapping"),
    Hostile(
        name="indentation-2000", build=file(KREMLIN, "".join(f"{' ' * n}a:\n" for n in range(1500))), says="too-deep"
    ),
    Hostile(
        name="closed-brackets", build=file(KREMLIN, f"{HEAD}assertions: {'[' * 900}{']' * 900}\n"), says="too-deep"
    ),
    Hostile(name="question-marks", build=file(KREMLIN, "? " * 50_000), says=r"\["),
    Hostile(name="aliases-that-double", build=file(KREMLIN, BOMB), says="alias"),
    Hostile(name="alias-of-itself", build=file(KREMLIN, f"{HEAD}assertions: &a [*a]\n"), says="alias"),
    Hostile(name="merge-keys", build=file(KREMLIN, "a: &a {b: c}\n" + "d: {<<: *a}\n" * 2000), says="merge-key"),
    Hostile(name="aliases-200000", build=file(KREMLIN, "a: &a x\nb: [" + "*a," * 200_000 + "]\n"), says="alias"),
    Hostile(
        name="tags", build=file(KREMLIN, f"{HEAD}assertions: !!python/object/apply:os.system [echo]\n"), says="tag"
    ),
    Hostile(name="documents-1000", build=file(KREMLIN, SOUND[KREMLIN] + "---\na: b\n" * 1000), says="extra-document"),
    Hostile(name="source-of-17-mib", build=file(REPORT, b"a" * (17 * 1024 * 1024)), says="missing-file"),
]

ITEMS = "".join(f"  - {{id: a{n}, text: Point {n} was made.}}\n" for n in range(2000))
HUGE = [
    Hostile(name="three-mib", build=file(KREMLIN, "#" * (3 * 1024 * 1024)), says="too-large"),
    kremlin("x" * 1_900_000, name="text-of-one-word", says="too-long"),
    kremlin("so " * 60_000, name="text-of-60000-words", says="too-long"),
    kremlin("not " * 2400, name="text-of-2400-negations", says="long-text"),
    kremlin("agreed to stop the war and " * 350, name="text-of-350-promises", says="long-text"),
    kremlin("9" * 4000 + ":30 p.m. on " + "9" * 4000 + ".1.2025", name="clock-of-4000-digits"),
    kremlin("9" * 4000 + "th century, " + "9" * 5000 + " days ago", name="century-of-4000-digits"),
    kremlin("not " * 20_000, name="text-of-negations", says="too-long"),
    kremlin("9" * 5000 + " prisoners were exchanged.", name="number-of-5000-digits"),
    kremlin(
        "9" * 5000 + "." + "9" * 5000 + " percent of 1e999999999 were " + "1," * 2000,
        name="numbers-without-end",
        says="too-long",
    ),
    kremlin("10^100000 or 1e400 or 0x1F or ١٢٣ or ²½ of them.", name="strange-numbers"),
    kremlin(
        "He left on 31 February 99999 at 25:61, " + "the day after " * 2000 + "tomorrow.",
        name="strange-dates",
        says="too-long",
    ),
    kremlin("(" * 30_000, name="text-of-brackets", says="too-long"),
    kremlin('"' + "a" * 100_000 + '"', name="quoted-word-of-100000", says="too-long"),
    kremlin("a\u0301" * 50_000, name="combining-marks", says="too-long"),
    kremlin("Z" + "\u0335" * 20_000 + " met Trump.", name="one-letter-with-20000-marks", says="too-long"),
    kremlin("|\n" + "      line\n" * 50_000, name="block-of-50000-lines", says="too-long"),
    Hostile(
        name="keys-50000", build=file(KREMLIN, HEAD + "".join(f"k{n}: v\n" for n in range(50_000))), says="unknown-key"
    ),
    Hostile(name="same-key-20000", build=file(KREMLIN, HEAD + "title: x\n" * 20_000), says="duplicate-key"),
    Hostile(name="key-of-a-megabyte", build=file(KREMLIN, f"{HEAD}? {'k' * 1_000_000}\n: v\n"), says=r"\["),
    Hostile(name="blank-lines-500000", build=file(KREMLIN, SOUND[KREMLIN] + "\n" * 500_000)),
    Hostile(name="comments-100000", build=file(KREMLIN, SOUND[KREMLIN] + "# c\n" * 100_000)),
    Hostile(
        name="same-id-3000",
        build=file(KREMLIN, HEAD + "assertions:\n" + "  - {id: a, text: T}\n" * 3000),
        says="duplicate-id",
    ),
    Hostile(name="assertions-2000", build=file(KREMLIN, f"{HEAD}assertions:\n{ITEMS}")),
    quoted("x" * 100_000, name="quote-of-100000", says="too-long"),
    quoted("… " * 10_000, name="quote-of-ellipses", says="too-long"),
    quoted("'" + "a … " * 2000 + "b'", name="quote-of-2000-gaps", source="a " * 100_000),
    quoted("(a+)+$ [a-z]{1,9999} \\", name="quote-like-a-pattern", source="a" * 100_000),
    quoted("Putin agreed to a 40-day truce", name="nearest-in-a-long-line", source="Putin agreed to talk. " * 40_000),
    quoted("a", name="quote-50000-times", source="a " * 50_000, says="quote-ambiguous"),
    Hostile(
        name="expected-number-of-5000-digits",
        build=file(EVENT, f"expect:\n  - counts: {{kremlin/whitehouse: {{link: {'9' * 5000}}}}}\n"),
        says=r"\[",
    ),
]

CONTROLS = [
    kremlin("Trump\x1b[31m backed", "control-character", name="escape-sequence"),
    kremlin('"Trump\\e]0;title\\a backed"', "control-character", name="escaped-escape"),
    kremlin("Trump\x9b31m backed", "control-character", name="c1-control"),
    kremlin("Trump\x7f backed", "control-character", name="delete"),
    kremlin("Trump\u2028backed", "control-character", name="line-separator"),
    kremlin('"Trump\\u0000 backed"', "nul-character", name="escaped-nul"),
    kremlin('"Trump \\ud83d backed"', "lone-surrogate", name="escaped-surrogate"),
    kremlin('"Trump \\U00110000 backed"', r"\[", name="beyond-unicode"),
    kremlin("Trump\ufffe backed", "control-character", name="noncharacter"),
    kremlin("Trump \u202ebacked", "bidi-control", name="bidi-override"),
    kremlin("Trump \u2067backed\u2069", "bidi-control", name="bidi-isolate"),
    kremlin("Trump \u200b\u200bbacked", "bidi-control", name="zero-width"),
    kremlin("Trump \U000e0041\U000e007f backed", "bidi-control", name="tag-characters"),
    kremlin("Тrump backed it", "lookalike-letters", name="cyrillic-t"),
    kremlin("Ｔｒｕｍｐ backed it", "lookalike-letters", name="fullwidth"),
    kremlin("𝐓𝐫𝐮𝐦𝐩 backed it", "lookalike-letters", name="mathematical"),
    kremlin("x", "bidi-control", name="bidi-in-title", more="title: a\u202eb\n"),
    kremlin("x", "wrong-id|source-file|unknown", name="bidi-in-source-name", more="sources:\n  s\u202e: {title: t}\n"),
    kremlin("::error::boo ##[error]boo", name="workflow-commands"),
    kremlin("<script>alert(1)</script> & ]]> {{ 7 * 7 }}", name="markup"),
    kremlin("x", name="escape-in-party", says="control-character", more="aliases: ['\x1b[2J']\n"),
]

SPECIAL = [
    special("fifo-account", "unreadable", fifo),
    special("fifo-links", "unreadable", fifo, LINKS),
    special("fifo-event", "unreadable", fifo, EVENT),
    special("fifo-source", "source-file", fifo, REPORT),
    Hostile(name="fifo-lexicon", build=fifo_lexicon, says="lexicon", placed=False),
    special("directory-account", "unreadable", lambda path: path.mkdir()),
    special("directory-source", "source-file", lambda path: path.mkdir(), REPORT),
    special("socket-account", "unreadable", a_socket),
    special("loop-account", "unreadable", loop_of),
    special("loop-source", "source-file", loop_of, REPORT),
    special("dangling-account", "unreadable", link("nowhere.yaml")),
    special("device-account", "unreadable", link("/dev/zero")),
    special("device-source", "source-file", link("/dev/zero"), REPORT),
    special("terminal-source", "source-file", link("/dev/tty"), REPORT),
    special("proc-source", "source-file", link("/proc/self/mem"), REPORT),
    special("source-link-out", "source-file", link("/etc/hostname"), REPORT),
    special("unreadable-account", r"unreadable|checked", unreadable, placed=False),
    special("links-is-a-file", "", lambda path: path.write_text("x", encoding="utf-8"), "data/call/links2"),
    special("links-folder-loop", "", lambda path: path.symlink_to(path), "data/call/unassigned"),
]

ESCAPES = [
    sourced("../../../etc/passwd", "source-file", name="up"),
    sourced("/etc/passwd", "source-file", name="absolute"),
    sourced("C:\\Windows\\win.ini", "source-file", name="drive"),
    sourced("seeds/../../x", "source-file", name="up-within"),
    sourced("'seeds\\..\\..\\x'", "source-file", name="up-backslash"),
    sourced("~/x", "missing-file", name="home"),
    sourced("file:///etc/passwd", "missing-file", name="file-url"),
    sourced("'seeds/\\0'", "missing-file", name="backslash-nought"),
    sourced('"seeds/\\0x"', "nul-character", name="nul-in-path"),
    sourced("seeds/" + "x" * 5000, "source-file", name="path-of-5000"),
    sourced("a/" * 3000 + "b", "source-file", name="path-of-3000-folders"),
    sourced('"seeds/a\\nb"', r"missing-file|control", name="newline-in-path"),
    sourced("seeds", "source-file", name="folder-as-source"),
    sourced("seeds/report.txt/", "", name="slash-at-the-end"),
    Hostile(
        name="javascript-url",
        build=replaced(KREMLIN, "https://news.example/a", "javascript:alert(1)"),
        says="url-scheme",
    ),
    Hostile(
        name="url-with-newline",
        build=replaced(KREMLIN, "https://news.example/a", '"https://a.example/\\nb"'),
        says=r"url-scheme|control",
    ),
    Hostile(name="broken-url", build=replaced(KREMLIN, "https://news.example/a", "'https://[::1'"), says="url-scheme"),
]


def odd_event(name: str) -> Build:
    return lambda root: write(root, f"data/{name}/x.yaml", "account: x\nparty: X\n")


def many_accounts(root: Path) -> None:
    for n in range(300):
        text = f"account: a{n}\nparty: A\nassertions:\n  - {{id: a, text: Point {n}.}}\n"
        write(root, f"data/call/a{n}.yaml", text)


NAMES = [
    Hostile(name="event-with-newline", build=odd_event("a\nb"), says="missing-key"),
    Hostile(name="event-with-escape", build=odd_event("a\x1b[31m"), says="missing-key"),
    Hostile(name="event-like-a-command", build=odd_event("::error::x"), says="missing-key"),
    Hostile(name="event-like-an-option", build=odd_event("--help"), says="missing-key"),
    Hostile(name="event-not-utf-8", build=odd_event(os.fsdecode(b"\xff\xfe")), says="missing-key"),
    Hostile(name="event-of-255-letters", build=odd_event("e" * 255), says="missing-key"),
    Hostile(
        name="account-with-blank", build=file("data/call/the kremlin.yaml", HEAD), says="name-mismatch|missing-key"
    ),
    Hostile(name="account-without-name", build=file("data/call/.yaml", HEAD)),
    Hostile(name="account-not-utf-8", build=file(os.fsdecode(b"data/call/\xff.yaml"), HEAD), says="missing-key"),
    Hostile(name="account-in-capitals", build=file("data/call/KREMLIN.yaml", HEAD), says="ambiguous-file-name"),
    Hostile(name="yml", build=file("data/call/extra.yml", HEAD), says="file-extension"),
    Hostile(
        name="links-of-three", build=file("data/call/links/a--b--c.yaml", "accounts: [a, b]\n"), says="name-mismatch"
    ),
    Hostile(
        name="links-with-itself", build=file("data/call/links/a--a.yaml", "accounts: [a, a]\n"), says="wrong-sides"
    ),
    Hostile(name="links-of-nobody", build=file("data/call/links/x.yaml", "{}\n"), says=r"\["),
    Hostile(name="backup-file", build=file("data/call/kremlin.yaml~", HEAD)),
    Hostile(name="accounts-300", build=many_accounts),
]

SETTINGS = [
    Hostile(name="config-not-toml", build=file("claimdiff.toml", "data ="), says="config"),
    Hostile(name="config-not-utf-8", build=file("claimdiff.toml", b"\xff"), says="encoding"),
    Hostile(name="config-wrong-type", build=file("claimdiff.toml", "data = 5\n"), says="wrong-type"),
    Hostile(name="config-unknown-key", build=file("claimdiff.toml", "dta = 'x'\n"), says="unknown-key"),
    Hostile(name="config-deep", build=file("claimdiff.toml", "data = " + "[" * 10_000), says="config"),
    Hostile(name="config-data-elsewhere", build=file("claimdiff.toml", "data = '/proc'\n"), placed=False, says=r"\w"),
    Hostile(name="config-data-missing", build=file("claimdiff.toml", "data = 'nowhere'\n"), placed=False, says=r"\w"),
    Hostile(
        name="config-unknown-rule", build=file("claimdiff.toml", "ignore = ['nosuch']\n"), placed=False, says="nosuch"
    ),
    Hostile(
        name="config-wrong-severity",
        build=file("claimdiff.toml", "severity = {no-url = 'grave'}\n"),
        says="wrong-value",
    ),
    Hostile(name="config-lexicon-missing", build=settings("lexicon = ['no.yaml']"), placed=False, says="no.yaml"),
    Hostile(
        name="config-lexicon-garbage",
        build=settings("lexicon = ['l.yaml']", l_yaml=b"\xff["),
        placed=False,
        says="l.yaml",
    ),
    Hostile(name="config-lexicon-outside", build=settings("lexicon = ['/etc/passwd']"), placed=False, says="passwd"),
    Hostile(name="config-baseline-missing", build=settings("baseline = 'no.json'"), placed=False, says="no.json"),
    Hostile(
        name="config-baseline-deep",
        build=settings("baseline = 'b.json'", b_json="[" * 200_000),
        placed=False,
        says="baseline",
    ),
    special("data-is-a-file", r"\w", lambda path: path.write_text("x", encoding="utf-8"), "data2", placed=False),
    Hostile(name="broken-pyproject-of-others", build=file("data/call/pyproject.toml", "[tool.other")),
]

OWN = [*ENCODINGS, *BOMBS, *HUGE, *CONTROLS, *SPECIAL, *ESCAPES, *NAMES, *SETTINGS]
