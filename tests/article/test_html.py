from kg.article.html import parse_html

PAGE = """<!DOCTYPE html><html lang="nl"><head><title>Kop | Krant</title>
<meta property="article:published_time" content="2025-07-05T08:00:00Z">
<meta property="og:site_name" content="De Krant"><link rel="canonical" href="https://e.org/1">
</head><body><nav><p>Menu</p></nav><article><h1>Kop</h1><p>Een <b>eerste</b>
zin.</p><aside><p>Reclame</p></aside><p>Tweede zin.</p><script>document.title = "x"</script></article></body></html>"""


def test_paragraphs_of_the_article_and_nothing_around_them() -> None:
    assert parse_html(PAGE)["text"] == "Kop\n\nEen eerste zin.\n\nTweede zin."


def test_what_the_page_says_of_itself() -> None:
    fields = parse_html(PAGE)
    assert fields["date"] == "2025-07-05T08:00:00Z"
    assert (fields["language"], fields["publisher"], fields["url"]) == ("nl", "De Krant", "https://e.org/1")


def test_linked_data_goes_first() -> None:
    data = '{"@graph": [{"@type": ["NewsArticle"], "articleBody": "De tekst.", "headline": "Echte kop"}]}'
    page = PAGE.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    fields = parse_html(page)
    assert (fields["text"], fields["title"]) == ("De tekst.", "Echte kop")


def test_broken_linked_data_is_passed_over() -> None:
    page = PAGE.replace("</head>", '<script type="application/ld+json">{"@type": </script></head>')
    assert parse_html(page)["text"].startswith("Kop")


def test_entities_and_external_entities() -> None:
    head = '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    page = f"{head}<p>caf&eacute; &e; €</p>"
    text = parse_html(page)["text"]
    assert text.startswith("café")
    assert "root" not in text
    assert text.endswith("€")


def test_line_breaks_part_words_and_blocks_come_once() -> None:
    page = (
        "<body><div>Los<br>woord<blockquote><p>Citaat.</p></blockquote></div><div>In een div.</div><p>Slot.</p></body>"
    )
    assert parse_html(page)["text"] == "Citaat.\n\nIn een div.\n\nSlot."
    assert parse_html("<p>Haven Noord sloot<br>een overeenkomst.</p>")["text"] == "Haven Noord sloot een overeenkomst."


def test_a_teaser_is_not_the_story() -> None:
    story = "Het verhaal zelf is langer. " * 20
    page = f"<body><main><article><p>Lees ook dit.</p></article><p>{story}</p></main></body>"
    assert story.strip() in parse_html(page)["text"]
    two = f"<body><article><p>Kort.</p></article><article><p>{story}</p></article></body>"
    assert parse_html(two)["text"] == story.strip()


def test_odd_types_in_linked_data_are_passed_over() -> None:
    for types in ("{}", "[{}]", "[[]]", "1", "null"):
        page = f'<script type="application/ld+json">{{"@type": {types}, "articleBody": "Nee"}}</script><p>Ja.</p>'
        assert parse_html(page)["text"] == "Ja."
