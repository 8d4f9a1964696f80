"""The table of all rules: what ``--explain``, ``docs/rules.md`` and the formats for CI are made from."""

from inspect import cleandoc
from types import MappingProxyType

from claimdiff.accounts.diagnostic import FORMAT_CODES, Severity
from claimdiff.check import (
    address_rules,
    assertion_rules,
    decision_rules,
    decision_state_rules,
    drift_rules,
    expectation_rules,
    letter_rules,
    quote_rules,
    source_rules,
    text_rules,
)
from claimdiff.check.format_pages import format_page
from claimdiff.check.model import Find, Rule

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


def _rule(group: str, severity: Severity, find: Find, *, asked: bool = False) -> Rule:
    code = getattr(find, "__name__", "").replace("_", "-")
    return Rule(code=code, group=group, severity=severity, page=cleandoc(find.__doc__ or ""), find=find, asked=asked)


_FORMAT = tuple(Rule(code=code, group="format", severity=E, page=format_page(code)) for code in FORMAT_CODES)

_FOUND = (
    _rule("sources", E, source_rules.unknown_source),
    _rule("sources", E, source_rules.missing_file),
    _rule("sources", E, source_rules.wrong_digest),
    _rule("sources", W, source_rules.no_quote),
    _rule("sources", N, source_rules.no_file),
    _rule("sources", W, source_rules.quote_without_source),
    _rule("sources", N, address_rules.no_url),
    _rule("sources", N, address_rules.no_archive),
    _rule("sources", E, address_rules.url_scheme),
    _rule("sources", E, address_rules.retrieved_early),
    _rule("sources", W, source_rules.same_file),
    _rule("quotes", E, quote_rules.quote_not_found),
    _rule("quotes", N, quote_rules.quote_typographic),
    _rule("quotes", N, quote_rules.quote_elided),
    _rule("quotes", E, quote_rules.negation_elided),
    _rule("quotes", W, quote_rules.quote_ambiguous),
    _rule("quotes", E, quote_rules.quote_context),
    _rule("quotes", E, letter_rules.lookalike_letters),
    _rule("quotes", E, letter_rules.bidi_control),
    _rule("text", W, text_rules.text_beyond_quote),
    _rule("text", W, text_rules.quotes_contradict),
    _rule("assertions", W, assertion_rules.same_assertion),
    _rule("assertions", W, assertion_rules.several_propositions),
    _rule("assertions", W, assertion_rules.pronoun_opening),
    _rule("assertions", W, assertion_rules.long_text),
    _rule("assertions", W, assertion_rules.attributed_elsewhere),
    _rule("assertions", N, assertion_rules.no_source),
    _rule("decisions", E, decision_rules.unknown_assertion),
    _rule("decisions", E, decision_rules.link_within_account),
    _rule("decisions", E, decision_rules.linked_twice),
    _rule("decisions", E, decision_rules.linked_and_apart),
    _rule("decisions", E, decision_rules.verdict_facets),
    _rule("decisions", W, decision_rules.no_facet),
    _rule("decisions", E, decision_rules.difference_words),
    _rule("decisions", E, decision_rules.linked_and_omitted),
    _rule("decisions", E, decision_rules.omitted_from_excerpt),
    _rule("decisions", W, decision_state_rules.stale_decision),
    _rule("decisions", W, decision_state_rules.undecided_again),
    _rule("decisions", N, decision_state_rules.unconfirmed_proposal),
    _rule("drift", W, drift_rules.drift_link, asked=True),
    _rule("drift", W, drift_rules.drift_verdict, asked=True),
    _rule("drift", W, drift_rules.drift_omission, asked=True),
    _rule("drift", W, drift_rules.drift_apart, asked=True),
    _rule("origins", N, source_rules.one_origin),
    _rule("expectations", E, expectation_rules.unknown_expectation),
    _rule("expectations", E, expectation_rules.broken_expectation),
)

RULES = MappingProxyType({rule.code: rule for rule in (*_FORMAT, *_FOUND)})
GROUPS = tuple(dict.fromkeys(rule.group for rule in RULES.values()))


def codes_of(name: str) -> frozenset[str]:
    """Return the codes that a name stands for: a code, a group, ``all``, or a beginning with ``*`` behind it; else none."""
    if name == "all":
        return frozenset(RULES)
    if name.endswith("*"):
        return frozenset(code for code in RULES if code.startswith(name[:-1]))
    return frozenset(code for code, rule in RULES.items() if name in (code, rule.group))
