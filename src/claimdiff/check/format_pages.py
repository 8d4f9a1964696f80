"""The users' pages of the rules that reading the files applies: an example that fails and one that passes for each."""

from claimdiff.accounts.diagnostic import FORMAT_CODES

_ASSERTION = "- {id: hockey, text: Trump backed ice hockey matches.}"

EXAMPLES: dict[str, tuple[str, str]] = {
    "alias": ("party: *moscow", "party: Kremlin"),
    "anchor": ("party: &moscow Kremlin", "party: Kremlin"),
    "ambiguous-file-name": ("kremlin.yaml and Kremlin.yaml in one folder", "kremlin.yaml"),
    "config": ("data = data", 'data = "data"'),
    "control-character": (r'title: "A\u0007B"', "title: AB"),
    "duplicate-id": (f"{_ASSERTION}\n- {{id: hockey, text: Another text.}}", _ASSERTION),
    "duplicate-key": ("party: Kremlin\nparty: Moscow", "party: Kremlin"),
    "empty-list": ("assertions: []", f"assertions:\n  {_ASSERTION}"),
    "empty-value": ("party:", "party: Kremlin"),
    "encoding": ("a file in UTF-16 or Latin-1", "a file in UTF-8"),
    "extra-document": ("account: kremlin\n---\naccount: whitehouse", "account: kremlin"),
    "file-extension": ("kremlin.yml", "kremlin.yaml"),
    "lone-surrogate": (r'title: "\ud83d"', 'title: "😀"'),
    "merge-key": ("<<: {publisher: Sky News}", "publisher: Sky News"),
    "missing-key": ("account: kremlin", "account: kremlin\nparty: Kremlin"),
    "mixed-forms": ('quote: "a pause"\nquotes:\n  - {source: sky, quote: "a truce"}', 'source: sky\nquote: "a pause"'),
    "name-mismatch": ("account: whitehouse      # in kremlin.yaml", "account: kremlin"),
    "name-order": ("accounts: [whitehouse, kremlin]", "accounts: [kremlin, whitehouse]"),
    "no-accounts": ("a folder with event.yaml alone", "a folder with event.yaml and kremlin.yaml"),
    "non-scalar-key": ("[a, b]: c", "a: c"),
    "nul-character": (r'title: "A\0B"', "title: AB"),
    "reserved-name": ("account: verdict", "account: verdict-desk"),
    "root-not-mapping": ("- account: kremlin", "account: kremlin"),
    "source-file": ("file: ../report.txt", "file: seeds/report.txt"),
    "syntax": ('title: "The call', 'title: "The call"'),
    "tag": ("date: !!str 2025-03-18", "date: 2025-03-18"),
    "too-deep": ("65 lists in one another", "a list of mappings"),
    "too-large": ("a file of 3 MiB", "two files of 1.5 MiB"),
    "too-long": ("text: one text of 20,000 characters", "text: Trump backed ice hockey matches."),
    "unknown-account": ("accounts: [kremlin, whitehose]", "accounts: [kremlin, whitehouse]"),
    "unknown-key": ("sorce: sky", "source: sky"),
    "unreadable": ("a file without the permission to read it, or a folder named kremlin.yaml", "a readable file"),
    "wrong-date": ("date: 18.3.2025", "date: 2025-03-18"),
    "wrong-id": ("id: Hockey_Matches", "id: hockey-matches"),
    "wrong-language": ("language: English", "language: en"),
    "wrong-seal": ("seal: yes", "seal: 3f9a1c2e"),
    "wrong-sha256": ("sha256: fa5b", "sha256: fa5b9f11bb825b07d0f6e3ada4e7b0a0d2c18a2ebed8823a1cfdd933ad80b1a6"),
    "wrong-sides": ("- kremlin: [hockey]\n  whitehouse: [iran]      # under omitted", "- kremlin: [hockey]"),
    "wrong-type": ("aliases: Moscow", "aliases: [Moscow]"),
    "wrong-value": ("role: main", "role: principal"),
}

_WHY = (
    "A file with a fault in its form is not used at all: what was meant would be guesswork. Every other fault of the file is\n"
    "told all the same."
)


def format_page(code: str) -> str:
    """Return the page of a code that reading gives."""
    fails, passes = EXAMPLES[code]
    return "\n\n".join((FORMAT_CODES[code], _WHY, "Fails:", _indented(fails), "Passes:", _indented(passes)))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
