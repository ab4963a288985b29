"""`Insight`: the analyses of a dataset, each with its receipts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cached_property

from pyoxigraph import Quad

from kg.errors import InputError
from kg.insight.actors import actors
from kg.insight.agenda import agenda, reference_day
from kg.insight.communities import Method, communities
from kg.insight.engines import Engine, engine_for
from kg.insight.findings import Findings
from kg.insight.gaps import gaps
from kg.insight.network import HELD, Network, actor_network
from kg.insight.paths import paths
from kg.insight.reading import Dataset
from kg.insight.sources import foundations, sources
from kg.vocab import DEFAULT_BASE

ANALYSES = ("actors", "communities", "sources", "foundations", "agenda", "gaps")
"""The names of the analyses; `Insight` has a method for each."""

STATUSES = ("actual", "ended", "planned", "possible", "denied", "disputed")


class Insight:
    """The analyses of a dataset.

    Each gives `Findings`: columns, rows, and behind each row the words that it rests on.
    """

    def __init__(
        self,
        quads: Iterable[Quad],
        base: str = DEFAULT_BASE,
        *,
        statuses: Iterable[str] = HELD,
        language: str = "nl",
        engine: Engine = "auto",
    ) -> None:
        """Read a dataset.

        Args:
            quads: the dataset.
            base: what data IRIs begin with.
            statuses: of the situations that tie actors together; by default what is so, or once was.
            language: of the names, where there is a choice.
            engine: ``networkx``, ``rustworkx``, or ``auto``: the fastest that is installed. All give the same.

        Raises:
            InputError: there is no such status, or the engine is not installed.
        """
        self.statuses = tuple(statuses)
        if wrong := [status for status in self.statuses if status not in STATUSES]:
            raise InputError(f"there is no status {wrong[0]!r}: known are {', '.join(STATUSES)}")
        self.base, self.engine = base, engine_for(engine)
        self.data = Dataset(quads, language)

    @cached_property
    def network(self) -> Network:
        """The network of actors: two are tied if they have roles in one situation. See `kg.insight.network`."""
        return actor_network(self.data, self.statuses)

    @property
    def today(self) -> datetime.date | None:
        """The day from which `agenda` looks by default: that of the latest article."""
        return reference_day(self.data)

    def actors(self) -> Findings:
        """Rank the actors: degree, PageRank, betweenness, and who brings others together."""
        return actors(self.data, self.network, self.engine)

    def communities(self, method: Method = "louvain") -> Findings:
        """Tell the communities of actors, by Louvain's method, or Leiden's where igraph is installed."""
        return communities(self.data, self.network, method, self.engine)

    def paths(self, start: str, end: str, count: int = 3) -> Findings:
        """Tell how two entities are connected: the shortest path and the next ones, each step with its words.

        Raises:
            QueryError: the graph knows nothing of that name, or several entities.
        """
        return paths(self.data, self.base, start, end, count, self.statuses)

    def sources(self) -> Findings:
        """Tell who speaks of whom and what, and in how many situations."""
        return sources(self.data)

    def foundations(self) -> Findings:
        """Tell how well-founded each situation is: own report, one source, several, or only hearsay."""
        return foundations(self.data)

    def agenda(self, today: datetime.date | None = None) -> Findings:
        """Tell what is planned, and what of it is overdue on a day; by default on `today`."""
        return agenda(self.data, today)

    def gaps(self) -> Findings:
        """Tell what a reader would ask of each situation, and the graph does not say."""
        return gaps(self.data)
