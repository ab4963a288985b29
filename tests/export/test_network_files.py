from pathlib import Path

import kg

SEED = Path("seeds/ukraine-swift-beat.txt")


def test_files_are_the_same_on_any_day() -> None:
    graph = kg.build(SEED)
    assert b"lastmodified" not in graph.to_gexf()
    assert graph.to_gexf("entities") == kg.build(SEED).to_gexf("entities")
    assert graph.to_graphml() == kg.build(SEED).to_graphml()


def test_gephi_sees_whether_edges_are_directed_and_what_they_mean() -> None:
    gexf = kg.build(SEED).to_gexf("entities").decode()
    assert 'defaultedgetype="directed"' in gexf
    assert 'title="situation_type"' in gexf
    assert ' type="Backing"' not in gexf
