"""A situation → a sentence that says no more than the graph, and as certain as the graph has it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.insight.reading import Dataset, Situation
from kg.report.naming import Names
from kg.report.times import when
from kg.report.wording import Language, fill, listed, sentence, wording
from kg.vocab import KG

_WORDS = ("topic", "medium", "purpose", "qualifier", "amount", "content", "quotation")


class Teller:
    """Tells the situations of a dataset in a language."""

    def __init__(self, data: Dataset, language: Language) -> None:
        self._data, self._language, self._say = data, language, wording(language)
        self.names = Names(data, language)

    def tell(self, situation: Situation) -> str:
        """Give a sentence for a situation, with who says so where it is not the article itself."""
        slots = self._slots(situation)
        own = self._say["types"].get(situation.type, {})
        subject = situation.fillers(own["subject"]) if "subject" in own else []
        number = self.names.number(subject)
        tried = (fill(template, slots, number) for template in own.get(situation.status, ()))
        told = next((text for text in tried if text), None) or self._framed(situation, slots)
        return sentence(f"{told}{self._purpose(situation)}{self._attributed(situation)}")

    def noun(self, situation: Situation) -> str:
        """Name a situation by who and what takes part in it."""
        return self._noun(situation, self._slots(situation))

    def _framed(self, situation: Situation, slots: dict[str, str]) -> str:
        frames = self._say["frames"]
        frame = frames.get(situation.status, frames["unknown"])
        return fill(frame, slots | {"noun": self._noun(situation, slots)}) or situation.label

    def _noun(self, situation: Situation, slots: dict[str, str]) -> str:
        template = self._say["types"].get(situation.type, {}).get("noun", "")
        return fill(template, slots) or f"{self._quoted(situation.label)}"

    def _slots(self, situation: Situation) -> dict[str, str]:
        roles: dict[str, list[NamedNode]] = {}
        for role, filler in situation.roles:
            roles.setdefault(role, []).append(filler)
        # Those who come to a meeting, besides who chairs it.
        roles["members"] = situation.fillers("participant", "attendee")
        slots = {"when": when(self._data, situation, self._language)}
        lasting = self._data.nodes.text(situation.node, KG.startDate) and not self._data.nodes.text(
            situation.node, KG.endDate
        )
        slots["since"] = slots["when"] if lasting else ""
        for role, fillers in roles.items():
            names = self.names.names(fillers)
            slots[role] = names
            slots[f"{role}.{'many' if len(fillers) > 1 else 'one'}"] = names
            slots[f"{role}.two"] = names if len(fillers) == 2 else ""
        for name in _WORDS:
            found = [literal.value for literal in self._data.nodes.literals(situation.node, KG[name])]
            if name == "content":  # a part of a sentence is shown as one
                found = [f"… {text}" if text[:1].islower() else text for text in found]
            slots[name] = listed([self._quoted(text) for text in found], self._language)
        return slots

    def _quoted(self, words: str) -> str:
        opening, closing = self._say["quotes"]
        return f"{opening}{words}{closing}"

    def _purpose(self, situation: Situation) -> str:
        words = self._slots(situation)["purpose"]
        return str(self._say["tail"]["purpose"].format(words=words)) if words else ""

    def _attributed(self, situation: Situation) -> str:
        """Say who vouches for a situation; where the article itself does too, that others also do."""
        if situation.status == "disputed":
            return self._contradicted(situation)
        by = list(dict.fromkeys(node for source in situation.sources for node in source.by))
        via = list(dict.fromkeys(node for source in situation.sources for node in source.via))
        own = any(not source.by and not source.via for source in situation.sources)
        if not by and (own or not via):
            return ""
        key = ("also" if own else "by" if by else "") + (" via" if via else "")
        template = self._say["tail"][key.strip()]
        return str(template.format(by=self.names.names(by), via=self.names.names(via)))

    def _contradicted(self, situation: Situation) -> str:
        """Say who claims what of a situation that is disputed."""
        claimed: dict[str, list[str]] = {}
        for source in situation.sources:
            names = [self.names.name(node) for node in (source.by or source.via)]
            own = claimed.setdefault(source.status, [])
            own += [name for name in names or [self._say["titles"]["article itself"]] if name not in own]
        say = self._say["tail"]["claims"]
        told = [say[status].format(by=listed(by, self._language)) for status, by in claimed.items() if status in say]
        return f" ({'; '.join(told)})" if told else ""
