"""Rules on sources: where words were read, and whether that can be looked up again."""

from collections.abc import Iterator

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.files import FileFault
from claimdiff.accounts.model import Account, Source
from claimdiff.accounts.names import suggestion
from claimdiff.check.places import at, at_start
from claimdiff.check.subject import Archived, Subject
from claimdiff.display import quoted


def unknown_source(s: Subject) -> Iterator[Diagnostic]:
    """An assertion names a source that its account does not have.

    Without its source nobody can look the words up, and no quote can be checked.

    Fails:

        sources:
          sky: {publisher: Sky News}
        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., source: syk}

    Passes:

        sources:
          sky: {publisher: Sky News}
        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., source: sky}
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            paths: list[tuple[str | int, ...]] = [("assertions", i, "source")]
            listed = getattr(document.find(("assertions", i, "quotes")), "items", ())
            paths += [("assertions", i, "quotes", k, "source") for k in range(len(listed))]
            for path in paths:
                name = getattr(document.find(path), "value", "").rstrip()
                if name and name not in account.sources:
                    known = suggestion(name, account.sources) or "; the account has no sources: add it under sources"
                    message = f"assertion {assertion.id} names the source {quoted(name)}, which is not there{known}"
                    yield at(document, path, "unknown-source", message)


def missing_file(s: Subject) -> Iterator[Diagnostic]:
    """The archived text of a source does not exist.

    Quotes are checked against the archived text. Where it may not be kept in the project, leave ``file`` out and keep its
    ``sha256``.

    Fails (there is no such file):

        sources:
          sky: {publisher: Sky News, file: seeds/lost.txt}

    Passes:

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt}
    """
    for account, source in sources_of(s):
        if source.file is None:
            continue
        path = ("sources", source.key, "file")
        found = s.archive.get(source.file)
        if found is None:
            message = f"there is no file {quoted(source.file)} in the project; add the archived text, or remove the key"
            yield at(s.loaded.accounts[account.key], path, "missing-file", message)
        elif isinstance(found, FileFault) and found.code != "source-file":
            message = f"{quoted(source.file)}: {found}"
            yield at(s.loaded.accounts[account.key], path, "missing-file", message)
        elif isinstance(found, FileFault) and "not UTF-8" in str(found):
            message = f"{quoted(source.file)} is {found}"
            yield at(s.loaded.accounts[account.key], path, "missing-file", message)


def wrong_digest(s: Subject) -> Iterator[Diagnostic]:
    """The SHA-256 digest of a source is not that of its archived text.

    Either the text was changed after it was archived, which makes every quote doubtful, or the digest belongs to another
    text. Look at the history of the file before you write the new digest.

    Fails (the text has another digest):

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt, sha256: 0000…}

    Passes:

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt, sha256: fa5b…}
    """
    for account, source in sources_of(s):
        found = s.archive.get(source.file) if source.file is not None else None
        if isinstance(found, Archived) and source.sha256 is not None and source.sha256 != found.sha256:
            message = (
                f"the digest of {quoted(source.file or '')} is {found.sha256}; the text has changed, or is another"
            )
            yield at(s.loaded.accounts[account.key], ("sources", source.key, "sha256"), "wrong-digest", message)


def no_quote(s: Subject) -> Iterator[Diagnostic]:
    """An assertion names a source whose text is archived, but gives no words of it.

    The text is there: the words that bear the assertion out can be given, and then be checked. Without them a reader sees
    our wording only.

    Fails:

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt}
        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., source: sky}

    Passes:

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt}
        assertions:
          - id: hockey
            text: Trump backed ice hockey matches.
            source: sky
            quote: "Mr Trump supported an idea from Mr Putin to organise ice hockey matches"
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            for name in assertion.sources:
                source = account.sources.get(name)
                if source is not None and source.file is not None:
                    message = (
                        f"assertion {assertion.id} names {quoted(name)}, whose text is archived, without a quote; add the "
                        "words that bear it out"
                    )
                    yield at_start(document, ("assertions", i), "no-quote", message)


def no_file(s: Subject) -> Iterator[Diagnostic]:
    """Words are quoted from a source of which neither a text nor a digest is archived.

    Such a quote cannot be checked, neither by a program nor by a reader once the page is gone. It is told once for every
    source of an account.

    Fails:

        sources:
          sky: {publisher: Sky News}
        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., source: sky, quote: "supported an idea"}

    Passes:

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt}
        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., source: sky, quote: "supported an idea"}
    """
    for account, source in sources_of(s):
        number = sum(quote.source == source.key for a in account.assertions for quote in a.quotes)
        if number and source.file is None and source.sha256 is None:
            those = "1 quote of it" if number == 1 else f"{number} quotes of it"
            message = f"{those} cannot be checked; archive the text as file, or keep its sha256"
            yield at_start(s.loaded.accounts[account.key], ("sources", source.key), "no-file", message)


def quote_without_source(s: Subject) -> Iterator[Diagnostic]:
    """A quote does not say which source it is from.

    It cannot be checked, and no reader can look it up.

    Fails:

        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., quote: "supported an idea"}

    Passes:

        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., source: sky, quote: "supported an idea"}
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            if any(quote.source is None for quote in assertion.quotes):
                message = f"a quote of assertion {assertion.id} has no source; name it with source: <name>"
                yield at_start(document, ("assertions", i), "quote-without-source", message)


def same_file(s: Subject) -> Iterator[Diagnostic]:
    """Two sources of one account have the same archived text.

    They are one source: two names for it make one witness look like two.

    Fails:

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt}
          agency: {publisher: An agency, file: seeds/report.txt}

    Passes:

        sources:
          sky: {publisher: Sky News, file: seeds/report.txt}
          agency: {publisher: An agency, file: seeds/agency.txt}
    """
    for account in s.accounts:
        first: dict[str, str] = {}
        for source in account.sources.values():
            found = s.archive.get(source.file) if source.file is not None else None
            digest = found.sha256 if isinstance(found, Archived) else source.sha256
            other = first.setdefault(digest, source.key) if digest is not None else source.key
            if other != source.key:
                message = f"the same text as that of source {quoted(other)}; keep one of them"
                document = s.loaded.accounts[account.key]
                yield at_start(document, ("sources", source.key), "same-file", message)


def one_origin(s: Subject) -> Iterator[Diagnostic]:
    """Several accounts rest on the same source text.

    Two accounts whose words were read in one report are not two witnesses: the report may have chosen, shortened or
    misheard both. Where they agree, it may be the report that agrees with itself.

    Noted:

        # kremlin.yaml and whitehouse.yaml
        sources:
          sky: {publisher: Sky News, file: seeds/report.txt}

    Not noted: every account has a source of its own. Two sources are one text where their archived text, its digest or
    their address is the same.
    """
    users: dict[str | None, list[tuple[Account, Source]]] = {}
    for account, source in sources_of(s):
        used = any(quote.source == source.key for a in account.assertions for quote in a.quotes)
        found = s.archive.get(source.file) if source.file is not None else None
        origin = found.sha256 if isinstance(found, Archived) else source.sha256
        for key in dict.fromkeys((origin, source.url)) if used else ():
            users.setdefault(key, []).append((account, source))
    told: set[tuple[str, ...]] = set()
    for key, sharing in users.items():
        names = tuple(dict.fromkeys(account.key for account, _ in sharing))
        if len(names) > 1 and key is not None and names not in told:
            told.add(names)
            account, source = sharing[0]
            text = source.file or source.title or source.url or source.key
            message = f"{', '.join(names)} are quoted from one text, {quoted(text)}: they are not independent witnesses"
            yield at_start(s.loaded.accounts[account.key], ("sources", source.key), "one-origin", message)


def sources_of(s: Subject) -> Iterator[tuple[Account, Source]]:
    """Yield every source with the account that names it."""
    for account in s.accounts:
        for source in account.sources.values():
            yield account, source
