import html
import re

from pyoxigraph import Quad

from kg.view import to_html, to_iframe


def test_a_line_of_text_and_then_the_page(seed_quads: list[Quad]) -> None:
    shown = to_iframe(seed_quads, "1 article & <facts>")
    assert shown.startswith("<p>1 article &amp; &lt;facts&gt;</p>\n<iframe ")
    found = re.search(r'srcdoc="([^"]*)"', shown)
    assert found
    assert html.unescape(found[1]) == to_html(seed_quads)
    assert 'sandbox="allow-scripts allow-downloads allow-popups"' in shown
