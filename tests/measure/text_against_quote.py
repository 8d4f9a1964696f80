"""Measure text against quote: ``python tests/measure/text_against_quote.py [EVENT]``.

Every assertion of an event that rests on quotes alone is changed in one way at a time; told are those changes that make the
rule ``text-beyond-quote`` speak. The texts as they are give the false alarms.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from claimdiff.accounts.load import LoadedEvent, read_event_folder
from claimdiff.accounts.model import Account
from claimdiff.accounts.project import Project, find_project
from claimdiff.alignment.weights import load_weights
from claimdiff.check.subject import Archive, Subject, Tools
from claimdiff.check.text_rules import text_beyond_quote
from claimdiff.language.lexicon import load_lexicon

EVENT = "trump-putin-2025-03-18"
CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "another number": lambda text: re.sub(r"\d+", lambda found: str(int(found[0]) + 7), text, count=1),
    "another name": lambda text: re.sub(r"\b(Putin|Trump|Zelenskyy)\b", "Erdoğan", text, count=1),
    "Putin for Trump, Trump for Putin": lambda text: (
        re.sub(r"\b(Putin|Trump)\b", lambda found: {"Putin": "Trump", "Trump": "Putin"}[found[0]], text)
        if len(set(re.findall(r"\b(?:Putin|Trump)\b", text))) == 1
        else text
    ),
    "not put in": lambda text: re.sub(r"\b(would|will|has|is|was|can)\b", r"\1 not", text, count=1),
    "never put in": lambda text: re.sub(
        r"\b(agreed|said|welcomed|demanded|proposed|hopes)\b", r"never \1", text, count=1
    ),
    "not left out": lambda text: re.sub(r"\b(not|never) ", "", text, count=1),
    "ordered for a weaker step": lambda text: re.sub(
        r"\b(demanded|proposed|hopes|welcomed|wants)\b", "ordered", text, count=1
    ),
}


def resting(loaded: LoadedEvent) -> Iterator[tuple[Account, int]]:
    for account in loaded.event.accounts if loaded.event is not None else ():
        yield from ((account, i) for i, a in enumerate(account.assertions) if a.quotes and not a.sources)


def told(loaded: LoadedEvent, account: Account, index: int, text: str, project: Project, tools: Tools) -> bool:
    assert loaded.event is not None
    assertion = replace(account.assertions[index], text=text)
    lone = replace(account, assertions=(*account.assertions[:index], assertion, *account.assertions[index + 1 :]))
    changed = replace(loaded, event=replace(loaded.event, accounts=(lone,), decisions=()))
    subject = Subject(changed, archive=Archive(project.root), tools=tools, project=project)
    return any(True for _ in text_beyond_quote(subject))


def main(event: str = EVENT) -> None:
    project = find_project(Path(__file__).parents[2])
    assert project is not None
    loaded = read_event_folder(project.data / event, project=project)
    tools = Tools(lexicon=load_lexicon(), weights=load_weights)
    for name, change in CHANGES.items():
        cases = [(account, i, change(account.assertions[i].text)) for account, i in resting(loaded)]
        cases = [case for case in cases if name == "as it is" or case[2] != case[0].assertions[case[1]].text]
        number = sum(told(loaded, *case, project, tools) for case in cases)
        sys.stdout.write(f"{name}: told {number} of {len(cases)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
