from dataclasses import replace
from html.parser import HTMLParser

import pytest
from factories import EVENTS, compare, event

from claimdiff.report.findings import findings
from claimdiff.report.formats import FORMATS, RenderOptions
from claimdiff.report.html import asset, digest, render_html
from claimdiff.report.page_cells import Names
from claimdiff.report.picture import picture
from claimdiff.report.view import Kind
from report.build import report
from report.payloads import PAYLOADS

HARMLESS = "plain"


class Outline(HTMLParser):
    """Collects tags with the names of their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.text = ""
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        self.text += data


def outline(text: str, *, fragment: bool = False) -> Outline:
    return Outline(
        render_html(report(text), RenderOptions(title="A call" + text, summary="S" + text, fragment=fragment))
    )


def test_payloads__count__at_least_150() -> None:
    assert len(set(PAYLOADS)) >= 150


@pytest.mark.parametrize("fragment", [False, True])
def test_render_html__payload_in_every_field__same_elements_as_harmless_text(fragment: bool) -> None:
    harmless = outline(HARMLESS, fragment=fragment)
    for payload in PAYLOADS:
        assert outline(payload, fragment=fragment).tags == harmless.tags, payload


def test_render_html__addresses_that_are_no_web_pages__are_no_links() -> None:
    hrefs = [value for name, value in outline("").attributes if name == "href"]
    assert {href.partition(":")[0] for href in hrefs if not href.startswith("#")} == {"https"}


def test_render_html__page__has_one_h1_language_and_policy_with_digests() -> None:
    html = render_html(report(), RenderOptions(title="A call"))
    page = Outline(html)
    assert [tag[0] for tag in page.tags].count("h1") == 1
    assert ("lang", "en") in page.attributes
    policy = next(value for name, value in page.attributes if value.startswith("default-src"))
    assert policy == (
        f"default-src 'none'; style-src '{digest(asset('page.css'))}'; script-src '{digest(asset('page.js'))}'; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )
    assert f"<style>{asset('page.css')}</style>" in html
    assert f"<script>{asset('page.js')}</script>" in html
    assert not any(name == "style" or name.startswith("on") or name == "src" for name, _ in page.attributes)


def test_render_html__ids__are_unique_and_every_inner_link_leads_somewhere() -> None:
    page = outline("")
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert {value[1:] for name, value in page.attributes if name == "href" and value.startswith("#")} <= set(ids)


def test_render_html__row_of_every_kind__says_how_sure_it_is() -> None:
    text = " ".join(outline("").text.split())
    for words in (
        "≠ contradict",
        "decided by Ada",
        "= agree",
        "found by the matcher (sure, score 0.90); not judged",
        "? possible: would differ in detail",
        "? proposed: contradict",
        "proposed by parrot, not confirmed",
        "? doubtful",
        "◌ likely only in South",
        "Not found in North",
        "Nearest: Wheat was discussed. (score 0.10)",
        "Not in the text we have of South",
        "no omission: the text we have of South is not complete",
        "Stale decisions: their texts have changed since",
        "link: wheat / —",
        "scope: “power plants” against ‹All strikes›",
        "time: ‹30 days› against (nothing)",
        "as reported, Daily paper",
        "own words, Daily odd",
        "our wording, after Daily paper",
        "our wording; said by The president; said on 2025-03-18",
    ):
        assert words in text, words


def test_render_html__quotes__are_marked_labelled_and_linked_to_the_passage() -> None:
    html = render_html(report(), RenderOptions())
    assert "“strikes on <mark>power plants</mark> stop”" in html
    assert 'href="https://news.example/a?b=c&amp;d#:~:text=said-,strikes%20on%20power%20plants%20stop,-and"' in html
    assert 'href="https://archive.example/1#:~:text=said-,strikes%20on%20power%20plants%20stop,-and"' in html
    assert '<p class="cd-text" dir="auto" lang="de"><mark>All strikes</mark> stop.</p>' in html


def test_render_html__only_conflicts__has_no_other_row() -> None:
    page = Outline(render_html(report(), RenderOptions(only=frozenset({Kind.CONFLICT}))))
    assert {value for name, value in page.attributes if name == "data-k"} == {"conflict"}


def test_render_html__nothing_to_show__says_so() -> None:
    only = replace(report(), comparisons=(replace(report().comparisons[0], links=()),))
    page = Outline(render_html(only, RenderOptions(only=frozenset({Kind.CONFLICT}))))
    assert "Nothing to show." in page.text


def test_render_html__fragment__is_one_element_without_script() -> None:
    html = render_html(report(), RenderOptions(fragment=True))
    tags = [tag[0] for tag in Outline(html).tags]
    assert html.startswith('<div class="cd cd-fragment"')
    assert html.rstrip().endswith("</div>")
    assert not {"script", "html", "body", "h1", "form", "input"} & set(tags)


@pytest.mark.parametrize("name", EVENTS)
def test_render_html__curated_event__every_quote_arrives(name: str) -> None:
    of = event(name)
    found = compare(*of.accounts, decisions=of.decisions)
    page = Outline(FORMATS["html"].render(found, RenderOptions(title=of.title)))
    shown = {i for c in found.comparisons for link in c.links for i in (*link.left, *link.right)}
    texts = [quote.quote for a in of.accounts for b in a.assertions if b.id in shown for quote in b.quotes]
    assert [text for text in texts if text not in page.text] == []


def test_render_html__top_of_the_page__names_contradictions_and_newsworthy_omissions_in_marked_words() -> None:
    of = event("trump-putin-2025-03-18")
    found = compare(of.account("kremlin"), of.account("whitehouse"), decisions=of.decisions)
    html = render_html(found, RenderOptions())
    top = Outline(html[html.index('<ul class="cd-leads">') : html.index('<nav class="cd-jumps"')]).text
    assert (
        "≠ contradict on scope: Kremlin “energy infrastructure” against White House ‹energy and infrastructure›" in top
    )
    hockey = of.account("kremlin").assertion("hockey").text
    assert f"only in Kremlin: ‹{hockey}›" in top


def test_render_html__contradiction_without_words__top_has_the_texts() -> None:
    found = report()
    link = replace(found.comparisons[0].links[0], differences=())
    bare = replace(found, comparisons=(replace(found.comparisons[0], links=(link,)),))
    html = render_html(bare, RenderOptions())
    top = " ".join(
        Outline(html[html.index('<ul class="cd-leads">') : html.index('<nav class="cd-jumps"')]).text.split()
    )
    assert top == ("≠ contradict: North ‹Strikes on power plants stop for 30 days.› against South ‹All strikes stop.›")


def test_picture__no_row__is_left_out() -> None:
    assert picture((), Names.of(report().accounts)) is None


def test_picture__lines_and_shapes__are_told_in_words() -> None:
    found = report()
    shown = picture(findings(found, found.comparisons[0]), Names.of(found.accounts))
    assert shown is not None
    assert shown.told == (
        "Ribbons between both accounts: 1 contradict, 1 agree, 1 only in South, 1 likely only in South, "
        "1 proposed: contradict, 1 possible: would differ in detail, 1 doubtful, 1 not decided, 2 not in the text we have"
    )
    assert [line.state for line in shown.left[:3]] == [
        "contradicts South, number 1",
        "agrees with South, number 2",
        "not in the text we have",
    ]
    assert not shown.tall


def test_picture__longer_than_a_sheet__says_that_paper_has_no_ribbons() -> None:
    found = report()
    north = found.accounts[0]
    more = tuple(replace(north.assertions[0], id=f"more-{n}") for n in range(200))
    long = replace(north, assertions=north.assertions + more)
    html = render_html(replace(found, accounts=(long, found.accounts[1])), RenderOptions())
    assert "On paper there are no ribbons" in html
    assert "On paper there are no ribbons" not in render_html(found, RenderOptions())


def test_render_html__three_accounts__contradictions_at_the_top_and_no_omissions() -> None:
    of = event("trump-putin-2025-03-18")
    names = ("kremlin", "trump", "whitehouse")
    html = render_html(compare(*map(of.account, names), decisions=of.decisions), RenderOptions())
    top = Outline(html[html.index('<ul class="cd-leads">') : html.index('<nav class="cd-jumps"')]).text
    assert "≠ contradict on scope: Kremlin “energy infrastructure” against Donald Trump" in top
    assert "only in" not in top


def test_names__two_accounts_of_one_party__have_their_keys() -> None:
    north, south = report().accounts
    names = Names.of((north, replace(south, party="North")))
    assert [names.party(account) for account in (north, south)] == ["North (north)", "North (south)"]
