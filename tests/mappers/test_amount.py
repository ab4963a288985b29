import pytest

from kg.mappers.amount import read_amount


@pytest.mark.parametrize(
    ("words", "language", "value", "unit"),
    [
        ("40 drones", "nl", "40", "drones"),
        ("5 miljoen euro", "nl", "5000000", "EUR"),
        ("€ 2,5 miljard", "nl", "2500000000.0", "EUR"),
        ("€5", "nl", "5", "EUR"),
        ("1.500 soldaten", "nl", "1500", "soldaten"),
        ("1,500 soldiers", "en", "1500", "soldiers"),
        ("$3 billion", "en", "3000000000", "USD"),
        ("2 mln dollar", "nl", "2000000", "USD"),
    ],
)
def test_amounts(words: str, language: str, value: str, unit: str) -> None:
    amount = read_amount(words, language)
    assert amount is not None
    assert (str(amount.value), amount.unit) == (value, unit)


@pytest.mark.parametrize(
    "words",
    [
        "een aantal",
        "meer wapens",
        "40",
        "40 of 50 drones",
        "1,500 soldaten",
        "5 tot 10 euro",
        "2025 jaar geleden",
        "",
        "€",
    ],
)
def test_what_cannot_be_read_without_doubt_is_left_alone(words: str) -> None:
    assert read_amount(words, "nl") is None


def test_an_unknown_language_reads_digits_alone() -> None:
    assert read_amount("40 drones", "und") is not None
    assert read_amount("1.500 drones", "und") is None
