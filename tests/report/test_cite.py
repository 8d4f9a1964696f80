import json

from claimdiff.report.cite import render_csl
from report.build import accounts


def test_render_csl__sources__each_once_with_dates_and_safe_addresses() -> None:
    north, south = accounts()
    items = json.loads(render_csl([("a-call", north), ("a-call", south), (None, south)]))
    date = {"date-parts": [[2025, 3, 18]]}
    common = {"type": "webpage", "issued": date, "accessed": date, "language": "en"}
    assert items == [
        {
            **common,
            "id": "a-call/north/paper",
            "title": "What paper saw",
            "container-title": "Daily paper",
            "publisher": "Daily paper",
            "URL": "https://news.example/a?b=c&d",
            "archive_location": "https://archive.example/1",
        },
        {
            **common,
            "id": "a-call/north/odd",
            "title": "What odd saw",
            "container-title": "Daily odd",
            "publisher": "Daily odd",
        },
        {
            **common,
            "id": "a-call/south/wire",
            "title": "What wire saw",
            "container-title": "Daily wire",
            "publisher": "Daily wire",
        },
    ]
