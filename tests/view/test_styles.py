from itertools import combinations

from kg.view.styles import kind_styles, status_styles


def test_no_two_kinds_look_the_same() -> None:
    for one, other in combinations(kind_styles().values(), 2):
        assert (one["colour"], one["shape"]) != (other["colour"], other["shape"])


def test_no_two_statuses_have_the_same_line() -> None:
    lines = [tuple(style["dashes"]) for style in status_styles().values()]
    assert len(set(lines)) == len(lines)


def test_all_is_named_in_both_languages() -> None:
    for style in (*kind_styles().values(), *status_styles().values()):
        assert style["label"].keys() >= {"nl", "en"}
