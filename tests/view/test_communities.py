from kg.view.communities import communities_of

_TWO_CLIQUES = [(a + off, b + off) for off in (0, 5) for a in range(5) for b in range(a)] + [(0, 5)]


def test_what_hangs_together_is_a_community() -> None:
    names = [f"n{i}" for i in range(12)]
    groups = communities_of(names, _TWO_CLIQUES, [12 - i for i in range(12)])
    assert [sorted(group["members"]) for group in groups.values()] == [
        ["n0", "n1", "n2", "n3", "n4"],
        ["n5", "n6", "n7", "n8", "n9"],
        ["n10", "n11"],
    ]
    first, second, alone = groups.values()
    assert first["links"] == [["community/1", 1]]
    assert second["links"] == alone["links"] == []
    assert first["members"][0] == "n0"
