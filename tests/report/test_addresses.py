import pytest

from claimdiff.accounts.model import Quote, Source
from claimdiff.report.addresses import Address, passages, text_fragment, web_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c&d=%20#x", "https://example.org/a?b=c&d=%20#x"),
        ("http://example.org", "http://example.org"),
        ("https://example.org/straße", "https://example.org/stra%C3%9Fe"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/a b\nc", "https://example.org/a%20b%0Ac"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("//example.org", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        (" https://example.org", None),
        ("https://", None),
        ("", None),
        (None, None),
    ],
)
def test_web_address__case__is_safe_or_none(address: str | None, expected: str | None) -> None:
    assert web_address(address) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (Quote(source=None, quote="well-known, a & b"), ":~:text=well%2Dknown%2C%20a%20%26%20b"),
        (Quote(source=None, quote="x", prefix="so ", suffix=" it"), ":~:text=so-,x,-it"),
        (Quote(source=None, quote="begins here … ends there"), ":~:text=begins%20here,ends%20there"),
        (Quote(source=None, quote="…"), ":~:text=%E2%80%A6"),
        (
            Quote(source=None, quote=" ".join(f"word{n}" for n in range(20))),
            ":~:text=word0%20word1%20word2%20word3%20word4,word15%20word16%20word17%20word18%20word19",
        ),
    ],
    ids=["escaped", "context", "elided", "only an ellipsis", "long"],
)
def test_text_fragment__case__names_the_words(quote: Quote, expected: str) -> None:
    assert text_fragment(quote) == expected


def test_passages__page_and_archive__lead_to_the_words() -> None:
    source = Source(key="s", url="https://a.example/x#top", archive_url="https://b.example/y")
    assert passages(source, Quote(source="s", quote="hm")) == (
        Address(name="page", href="https://a.example/x#top:~:text=hm"),
        Address(name="archived copy", href="https://b.example/y#:~:text=hm"),
    )
