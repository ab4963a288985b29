"""Nouns for offices, with what stands in a compound before them: oud-premier, Ajax-trainer, Open Vld-voorzitter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.analysis import Document, Token
from kg.analysis.names import Name
from kg.analysis.names.words import cues
from kg.analysis.smallwords import small_words
from kg.extract.officephrase import OfficeDraft
from kg.extract.officewords import office_words
from kg.facts import KINDS, Mention

_LONGEST_TITLE = 6  # tokens between an office and its holder: "van Financiën en Sport"
_IN_TITLES = ("ADP", "NOUN", "PROPN", "CCONJ", "DET", "ADJ")


class OfficeNouns:
    """Reads the nouns for offices of an article.

    Args:
        document: the article.
        names: its names.
        mention_of: gives the mention of a name.
    """

    def __init__(
        self,
        document: Document,
        names: Sequence[Name],
        mention_of: Callable[[Name], Mention | None],
    ) -> None:
        self._tokens = document.tokens
        self._words = office_words(document.language)
        self._ofs = small_words(document.language).ofs
        self._known = cues(document.language).known
        self._mention_of = mention_of
        self._at = {name.first: name for name in names}
        self._called = {text: name for name in names for text in (name.full, name.text)}
        self._within = {index for name in names for index in range(name.first, name.stop)}

    def read(self, token: Token) -> OfficeDraft | None:
        """Read a noun: oud-premier, Google-topman; None where it is no office.

        Args:
            token: the noun.
        """
        if token.pos not in ("NOUN", "PROPN", "X", "SYM") and token.text not in self._words.heads:
            return None
        text = token.text
        word = text if text.isupper() else text[:1].lower() + text[1:]
        word = word.removesuffix(self._words.duty)  # the voorzitterschap is that of the voorzitter
        if token.index in self._within or self._words.head(word.lower()) is None or self._is_no_office(token):
            return None
        draft = OfficeDraft(token.index, token.index, token.index + 1, [word])
        start, dash, last = self._parted(text)
        if start.lower() in self._words.not_yet:
            return None
        if dash and start.lower() in self._words.ended:
            draft.words, draft.ended = [last], True
        elif dash and last.islower() and self._is_name(start):
            self._read_name(draft, token, start, last)
        return draft

    def _parted(self, text: str) -> tuple[str, str, str]:
        """Part a compound before its office: VN and secretaris-generaal, where that is an office itself."""
        dashes = [place for place, letter in enumerate(text) if letter == "-"]
        whole = next((place for place in dashes[:-1] if text[place + 1 :] in self._words.heads), None)
        return text.rpartition("-") if whole is None else (text[:whole], "-", text[whole + 1 :])

    def _read_name(self, draft: OfficeDraft, token: Token, start: str, last: str) -> None:
        """Read what the office is of in the first part of a compound, but the party of a minister."""
        draft.words = [last]
        whole = self._whole_name(token.index, start)
        draft.first = token.index - (whole != start)
        if last not in self._words.of_government:
            begin = self._tokens[draft.first].start
            draft.organisation = ("", self._cut(begin, token.start + len(start), whole))

    def _is_name(self, start: str) -> bool:
        """Tell whether the first part of a compound is a name: Ajax-trainer, sp.a-voorzitter; not Adjunct-directeur."""
        capital = start[:1].isupper() and start.lower() not in self._words.prefixes
        return capital or start in self._called or start in self._known

    def _whole_name(self, index: int, part: str) -> str:
        """Give the name whose last word begins a compound: Open Vld of "Open Vld-voorzitter"."""
        before = self._tokens[index - 1] if index else None
        if before is None or not before.text[:1].isupper() or before.sentence != self._tokens[index].sentence:
            return part
        whole = f"{before.text} {part}"
        return whole if whole in self._called or whole in self._known else part

    def _is_no_office(self, token: Token) -> bool:
        """Tell whether a noun stands for several, or for a prize: "trainer van het jaar"."""
        behind = [other.text.lower() for other in self._tokens[token.index + 1 : token.index + 4]]
        if self._ofs.intersection(behind[:1]) and behind[-1] in self._words.spans:
            return True
        before = self._tokens[token.index - 1].text.lower() if token.index else ""
        single = token.text.lower() in self._words.alike and before in self._words.before_one
        return token.has("Number=Plur") and not (single or self._is_title(token))

    def _is_title(self, token: Token) -> bool:
        """Tell whether a noun that looks like a plural stands before its holder: "Schepen van Onderwijs Jan Smit"."""
        if token.text.lower() not in self._words.alike:
            return False
        for place in range(token.index + 1, min(len(self._tokens), token.index + 1 + _LONGEST_TITLE)):
            name = self._at.get(place)
            if name is not None and name.kind == "Person":
                return self._tokens[place].sentence == token.sentence
            if self._tokens[place].pos not in _IN_TITLES:
                return False
        return False

    def first_part(self, index: int) -> Mention | None:
        """Give what the first part of a compound names: Google of "Google-moederbedrijf"."""
        token = self._tokens[index]
        start, dash, _ = token.text.rpartition("-")
        if not dash or not start[:1].isupper() or not (start in self._called or start in self._known):
            return None
        return self._cut(token.start, token.start + len(start), start)

    def _cut(self, start: int, end: int, name: str) -> Mention:
        mention = self._mention_of(self._called[name]) if name in self._called else None
        known = self._known.get(name)
        kind = mention.kind if mention else next((kind for kind in KINDS if kind == known), "Organisation")
        return Mention(name=mention.name if mention else name, kind=kind, text=name, start=start, end=end)
