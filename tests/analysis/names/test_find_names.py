from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis import Document, Sentence, Token, analyse
from kg.analysis.names import Name, find_names
from kg.analysis.spacy_engine import embedded
from kg.article import Article
from tests.analysis.names.annotated import read_annotated

ORGANISATIONS = ("Organisation", "Company", "GovernmentBody", "ArmedForce", "NewsOutlet")


def document(text: str) -> Document:
    return analyse(Article(id="a.txt", text=text, language="nl"), embedded("nl"))


def names(text: str) -> list[Name]:
    return find_names(document(text))


def kinds(text: str) -> dict[str, str | None]:
    return {name.text: name.kind for name in names(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daar woont Jan van der Berg.", ["Jan van der Berg"]),
        ("De Tweede Kamer stemde tegen.", ["Tweede Kamer"]),
        ("Hij studeert aan de Universiteit van Amsterdam.", ["Universiteit van Amsterdam"]),
        ("Hij wordt gesteund door voormalig CEO van Google Eric Schmidt.", ["Google", "Eric Schmidt"]),
        ("De Franse president Emmanuel Macron sprak.", ["Emmanuel Macron"]),
        ("Hij verhuisde naar 's-Hertogenbosch.", ["'s-Hertogenbosch"]),
        ("Gisteren zei J.P. Balkenende dat het goed gaat.", ["J.P. Balkenende"]),
        ("Nu is ook Noord-Korea lid van de VN.", ["Noord-Korea", "VN"]),
        ("Minister van Defensie Kajsa Ollongren reisde naar Kiev.", ["Defensie", "Kajsa Ollongren", "Kiev"]),
        ("Burgemeester van Utrecht Jan van Zanen was er.", ["Utrecht", "Jan van Zanen"]),
        ("In maart en op maandag 3 mei regende het.", []),
        ("Volgens de minister is dat onzin. Maar dat weet hij.", []),
        ("Van Gaal was boos op Robin van Persie.", ["Van Gaal", "Robin van Persie"]),
        ("Vooruit, De Groenen en Burgerbelang praten.", ["Vooruit", "De Groenen", "Burgerbelang"]),
        ("Ketels koopt Drie Sluizen in Tsjechië.", ["Drie Sluizen", "Tsjechië"]),
        ("Oorlogsschepen bouwt Damen in Vlissingen.", ["Damen", "Vlissingen"]),
        ("Kwak</b> verkoopt <i>Duvel</i> in Gent.", ["Gent"]),
        ("Brand in rijhuis in Aalst", ["Aalst"]),
        ("Bakker zei dat hij niets wist.", ["Bakker"]),
        ("Van Aert wint in Gent\nWout van Aert heeft gewonnen.", ["Van Aert", "Gent", "Wout van Aert"]),
        ("Vakbonden staken bij bpost. De sp.a is tegen.", ["bpost", "sp.a"]),
        ("Haar roman “Ik ben er niet” verschijnt.", ["Ik ben er niet"]),
        ("Biergigant AB InBev zoekt een topman.", ["AB InBev"]),
        ("Hij is commissaris voor Mededinging Margrethe Vestager.", ["Mededinging", "Margrethe Vestager"]),
        ("Daarna sprak Prof. Kolff.", ["Kolff"]),
        ("Een man klom in het Stade du Pays de Charleroi.", ["Stade du Pays de Charleroi"]),
        ("1) Een voorwerp lag op straat.", []),
    ],
)
def test_names_begin_and_end_where_they_should(text: str, expected: list[str]) -> None:
    assert [name.text for name in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Het bedrijf Zorvex bouwt een fabriek.", "Zorvex", "Company"),
        ("Swift Beat LLC maakt drones.", "Swift Beat LLC", "Company"),
        ("Dat schrijft de krant De Bode.", "De Bode", "NewsOutlet"),
        ("Daar trad minister Zorvex op.", "Zorvex", "Person"),
        ("De oorlog in Oekraïne duurt voort.", "Oekraïne", "Country"),
        ("Rutte's plan is van de baan.", "Rutte's", "Person"),
        ("De Olympische Spelen zijn begonnen.", "Olympische Spelen", None),
        ("Ook de stad Zorvex is getroffen.", "Zorvex", "Place"),
        ("Het Kremlin ontkent.", "Kremlin", "GovernmentBody"),
        ("De premier van Belmarië trad af.", "Belmarië", "Country"),
    ],
)
def test_kinds_follow_lists_and_cues(text: str, name: str, kind: str | None) -> None:
    assert kinds(text)[name] == kind


def test_one_entity_has_one_number_kind_and_full_name() -> None:
    text = "Volodymyr Zelensky sprak met Swift Beat LLC. Zelensky zei dat Swift Beat komt. Zelensky's plan lukt."
    found = names(text)
    assert {(name.full, name.kind) for name in found if "Zelensky" in name.text} == {("Volodymyr Zelensky", "Person")}
    assert len({name.entity for name in found}) == 2
    assert {name.full for name in found if "Swift" in name.text} == {"Swift Beat LLC"}


def test_genitives_and_short_forms_have_the_usual_name_of_a_country() -> None:
    found = names("Oekraïnes leger krijgt steun van de VS. De Verenigde Staten zijn bondgenoot van Oekraïne.")
    assert [name.full for name in found] == ["Oekraïne", "Verenigde Staten", "Verenigde Staten", "Oekraïne"]
    assert found[0].entity == found[3].entity
    assert found[1].entity == found[2].entity


def test_an_abbreviation_in_brackets_is_the_same_entity() -> None:
    found = names("De Vereniging Oud Zorvex (VOZ) protesteert. De VOZ wil overleg.")
    assert {name.full for name in found} == {"Vereniging Oud Zorvex"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("De Waard sluit vestiging in Oostende.", "De Waard", "Company"),
        ("Club Brugge – Gent 2-1", "Gent", "Organisation"),
        ("Westerlo klopt Deinze na strafschoppen.", "Deinze", "Organisation"),
        ("BRUSSEL — De raad heeft beslist.", "BRUSSEL", "Place"),
        ("De boot voer langs de Zwarte Brem.", "Zwarte Brem", "Place"),
        ("De single Zomerregen verschijnt vrijdag.", "Zomerregen", None),
        ("Dat vonden de Schiedammers ook.", "Schiedammers", None),
        ("Tienduizenden Polen kwamen op straat.", "Polen", None),
        ("Projectontwikkelaar Bart Verhaeghe gaat niet in beroep.", "Bart Verhaeghe", "Person"),
    ],
)
def test_words_around_tell_the_kind(text: str, name: str, kind: str | None) -> None:
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Thomas Müller scoorde. Muller lachte.", "Muller", "Thomas Müller"),
        ("Jan Peeters en Els Peeters kwamen. Peeters lachte.", "Peeters", "Peeters"),
        ("Jan Peeters en Johan Peeters kwamen. Peeters lachte.", "Peeters", "Peeters"),
        ("J. Vermeulen kwam. Johan Vermeulen lachte. Vermeulen zweeg.", "Vermeulen", "Johan Vermeulen"),
        ("Trump sprak. Zijn dochter Ivanka Trump zat naast hem.", "Trump", "Trump"),
        ("Brouwerij Bosteels groeit. Antoine Bosteels is tevreden.", "Bosteels", "Bosteels"),
        ("Het echtpaar Bill en Melinda Gates gaat scheiden.", "Bill", "Bill Gates"),
        ("Washington legt sancties op. De film is van Denzel Washington.", "Washington", "Washington"),
        ("Johnson & Johnson groeit. Boris Johnson lachte. Johnson zweeg.", "Johnson", "Boris Johnson"),
        ("BRUSSEL — De raad heeft beslist.", "BRUSSEL", "Brussel"),
        ("Hij volgt Israels politiek. Daarna reisde hij naar Israël.", "Israels", "Israël"),
    ],
)
def test_one_name_can_be_short_for_another(text: str, short: str, full: str) -> None:
    assert [name.full for name in names(text) if name.text == short] == [full]


def test_headlines_in_capitals_have_names_too() -> None:
    assert [(name.text, name.full) for name in names("NEDERLAND STUURT WAPENS NAAR POLEN")] == [
        ("NEDERLAND", "Nederland"),
        ("POLEN", "Polen"),
    ]


def scores(name: str) -> tuple[float, float]:
    """Give F1 untyped, and with persons, organisations, places and the rest told apart."""
    same = typed = given_ = found_ = 0
    for article in read_annotated(name):
        analysed = document(article.text)
        found = {
            (analysed.tokens[n.first].start, analysed.tokens[n.stop - 1].end): coarse(n.kind)
            for n in find_names(analysed)
        }
        both = article.names.keys() & found.keys()
        same += len(both)
        typed += sum(coarse(article.names[span]) == found[span] for span in both)
        given_ += len(article.names)
        found_ += len(found)
    return 2 * same / (given_ + found_), 2 * typed / (given_ + found_)


def coarse(kind: str | None) -> str:
    if kind in ORGANISATIONS:
        return "Organisation"
    return "Place" if kind in ("Place", "Country") else kind or "None"


@pytest.mark.parametrize("name", ["written", "newspaper", "flemish"])
def test_names_are_found_and_told_apart(name: str) -> None:
    untyped, typed = scores(name)
    assert untyped >= 0.94
    assert typed >= 0.88


SIGNS = ("(", ")", ",", "&", "-", "'", "–")
WORDS = st.sampled_from(
    [*SIGNS, "Jan", "van", "de", "Google", "Amsterdam", "s-Hertogenbosch", "A", "12", "VS", "Franse", "J.P.", "LLC."]
)
TAGS = st.sampled_from(["PROPN", "NOUN", "ADP", "DET", "PUNCT", "ADJ"])


@given(st.lists(st.tuples(WORDS, TAGS, st.integers(0, 40)), min_size=1, max_size=30))
def test_names_never_overlap_and_are_cut_from_the_text(rows: list[tuple[str, str, int]]) -> None:
    made = by_hand([(word or "x", tag, head) for word, tag, head in rows])
    last = 0
    for name in find_names(made):
        assert last <= name.first < name.stop
        assert name.first <= name.head < name.stop
        assert name.text == made.words(name.first, name.stop)
        assert name.full
        last = name.stop


def by_hand(rows: list[tuple[str, str, int]]) -> Document:
    tokens, start = [], 0
    for index, (word, tag, head) in enumerate(rows):
        above = min(head, index) if index else 0
        relation = "root" if above == index else "flat"
        tokens.append(Token(index, word, start, start + len(word), word.lower(), tag, "", above, relation, 0))
        start += len(word) + 1
    article = Article(id="a.txt", text=" ".join(word for word, _, _ in rows), language="nl")
    return Document(article, tuple(tokens), (Sentence(0, len(tokens), 0, 0),))


def test_a_sentence_of_100_000_capitals_ends_in_time() -> None:
    made = by_hand([("Jan" if number % 3 else "van", "PROPN", number - 1) for number in range(100_000)])
    assert find_names(made)
