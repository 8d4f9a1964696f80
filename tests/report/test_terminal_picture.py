from xml.etree import ElementTree as ET

from claimdiff.report.formats import FORMATS, RenderOptions
from claimdiff.report.terminal_picture import terminal_svg
from report.build import report


def picture(title: str = "a <title> & {more}") -> str:
    text = FORMATS["text"].render(report("<b>"), RenderOptions(width=80, colour=True))
    return terminal_svg(text, title=title, width=80)


def test_terminal_svg__coloured_output__is_xml_with_the_words_and_no_address() -> None:
    svg = picture()
    root = ET.fromstring(svg)
    words = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "a <title> & {more}"
    assert "power" in words.replace("\u00a0", " ")
    assert svg.count("http") == 1  # the name of SVG itself
    assert "script" not in svg


def test_terminal_svg__twice__same_bytes() -> None:
    assert picture() == picture()
