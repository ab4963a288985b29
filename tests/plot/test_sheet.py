import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kg.plot.sheet import Sheet, clean, shortened, width_of, wrapped


@given(st.text(alphabet="abcdefgh Wij$_^é", min_size=1, max_size=80), st.integers(30, 200))
@settings(deadline=None, max_examples=50)
def test_what_is_shortened_fits(text: str, width: int) -> None:
    assert width_of(shortened(text, width)) <= width
    assert shortened(text, 10_000) == clean(text)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_lines_fit_where_words_do(most: int) -> None:
    lines = wrapped("een twee drie vier vijf zes zeven acht negen tien elf twaalf", 70, most=most)
    assert len(lines) <= most
    assert all(width_of(line) <= 70 for line in lines)
    assert lines[-1].endswith("…")


def test_what_cannot_be_drawn_is_left_out() -> None:
    assert clean("a\n\x07b\u200b  c") == "a b c"


def test_a_png_has_few_colours_and_those_that_were_drawn() -> None:
    sheet = Sheet(200, 100)
    colours = ["#d55e00", "#0072b2", "#e3f1fa", "#fdf0d5"]
    for number, colour in enumerate(colours):
        sheet.box((number * 50, 0), (50, 100), colour)
        sheet.text((number * 50 + 2, 80), "words", 9)
    picture = Image.open(io.BytesIO(sheet.image("png", "Four")))
    assert picture.mode == "P"
    assert picture.info["Title"] == "Four"
    wide, high = picture.size
    found = [picture.convert("RGB").getpixel((int((number + 0.5) * wide / 4), high // 4)) for number in range(4)]
    assert ["#{:02x}{:02x}{:02x}".format(*pixel) for pixel in found if isinstance(pixel, tuple)] == colours
