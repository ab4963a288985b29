from kg.view.labels import box_of, lines_of


def test_a_long_label_is_broken_between_words() -> None:
    assert lines_of("premier van het Verenigd Koninkrijk") == "premier van het\nVerenigd Koninkrijk"


def test_a_word_is_not_broken_for_a_letter_or_two() -> None:
    assert lines_of("onderscheppingsdrones") == "onderscheppingsdrones"


def test_what_does_not_fit_ends_in_dots() -> None:
    lines = lines_of("woord " * 60).split("\n")
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_label_without_white_space_is_broken_anyway() -> None:
    assert max(map(len, lines_of("x" * 500).split("\n"))) <= 26


def test_wide_letters_take_more_room() -> None:
    assert box_of("MMMM")[0] > box_of("iiii")[0]
    assert box_of("a\nb")[1] == 2 * box_of("a")[1]
