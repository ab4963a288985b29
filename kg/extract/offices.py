"""Offices in an article: which post, of what, and who holds or held it."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from kg.analysis import Document, Token
from kg.analysis.names import Name
from kg.analysis.names.countries import Countries
from kg.analysis.names.lexicon import TOWN, lexicon
from kg.analysis.smallwords import small_words
from kg.extract.holders import Holder, Holders
from kg.extract.officenouns import OfficeNouns
from kg.extract.officephrase import OfficeDraft, OfficePhrase
from kg.extract.officewords import office_words
from kg.facts import Mention

_MOST_WORDS = 8
_MOST_BRACKETED = 5
_MOST_OF_CROWN = 3


class Offices:
    """Finds the offices of an article.

    Args:
        document: the article.
        names: its names.
        mention_of: gives the mention of a name.
        lands: words for countries.
    """

    def __init__(
        self,
        document: Document,
        names: Sequence[Name],
        mention_of: Callable[[Name], Mention | None],
        lands: Countries,
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._words = office_words(document.language)
        self._small = small_words(document.language)
        self._linking = self._small.ands | {","}
        self._lands = lands
        self._lexicon = lexicon(document.language)
        self._mention_of = mention_of
        self._at = {name.first: name for name in names}
        self.nouns = OfficeNouns(document, names, mention_of)
        self._holders = Holders(document, names, self._words)
        self.phrases: list[OfficePhrase] = []
        self.duties: list[OfficePhrase] = []
        self.by_noun: dict[int, OfficePhrase] = {}
        for token in self._tokens:
            found = self._colleague(token) if token.lemma in self._words.colleagues else self._phrase(token)
            if found is not None:
                self.by_noun[token.index] = found
                if self._is_post(found):
                    (self.duties if token.text.endswith(self._words.duty) else self.phrases).append(found)

    def resolve(self, named: Callable[[int], Mention | None]) -> None:
        """Say of what those offices are whose words name that by a noun: "penningmeester van de stichting".

        Args:
            named: gives what a noun stands for, where that has a name.
        """
        for place, phrase in enumerate(self.phrases):
            if phrase.of_noun is None or phrase.organisation is not None:
                continue
            organisation = named(phrase.of_noun)
            if organisation is not None:
                draft = OfficeDraft(phrase.noun, phrase.first, phrase.of_noun + 1, [phrase.title], ("", organisation))
                phrase = phrase._replace(office=self._office(draft), organisation=organisation, stop=draft.stop)
                self.phrases[place] = self.by_noun[phrase.noun] = phrase._replace(last=draft.stop - 1)
        self.phrases = [
            phrase for phrase in self.phrases if phrase.organisation or not self._needs_organisation(phrase)
        ]

    def _is_post(self, phrase: OfficePhrase) -> bool:
        """Tell whether words name a post: "leider" is one only with what it is of, or right before a name."""
        return bool(phrase.organisation or phrase.of_noun) or not self._needs_organisation(phrase)

    def _needs_organisation(self, phrase: OfficePhrase) -> bool:
        titled = phrase.holder is not None and phrase.holder > phrase.noun
        sort = phrase.title.split()[0] in self._words.kinds  # artistiek leider
        return not titled and not sort and self._head(phrase.title) in self._words.only_with_organisation

    def _head(self, title: str) -> str:
        last = self._words.post(title).partition(f" {self._words.meant} ")[0].split()[-1]
        return self._words.head(last) or last

    def _colleague(self, token: Token) -> OfficePhrase | None:
        """Read "zijn Nederlandse ambtgenoot Eva Terlouw": the office named before, of another country."""
        before = self.phrases[-1] if self.phrases else None
        name = self._at.get(token.index + 1)
        if before is None or name is None or name.kind != "Person":
            return None
        draft = OfficeDraft(token.index, token.index, token.index + 1, [before.title])
        self._look_left(draft)
        near = token.sentence - self._tokens[before.noun].sentence <= 1
        if draft.organisation is None or not near or self._head(before.title) in self._words.of_one_land:
            return None
        return self._made(draft, Holder(name.head, title=True))

    def _phrase(self, token: Token) -> OfficePhrase | None:
        draft = self.nouns.read(token)
        if draft is None:
            return None
        self._look_left(draft)
        self._look_right(draft)
        if draft.not_yet:
            return None
        holder = self._holders.find(draft.first, draft.stop)
        head = self._head(" ".join(draft.words))
        titled = holder is not None and holder.title
        return self._made(draft, None if titled and head in self._words.posts else holder)

    def _made(self, draft: OfficeDraft, holder: Holder | None) -> OfficePhrase:
        named = holder.head if holder is not None and holder.named else None
        return OfficePhrase(
            noun=draft.noun,
            first=draft.first,
            stop=draft.stop,
            office=self._office(draft),
            organisation=draft.organisation[1] if draft.organisation else None,
            holder=named,
            ended=draft.ended or (holder is not None and holder.ended),
            title=" ".join(draft.words),
            teller=holder.head if holder is not None and not holder.named else None,
            copula=holder.copula if holder is not None else None,
            of_noun=draft.of_noun,
            last=max(draft.last, draft.stop - 1),
            new=holder is not None and holder.new,
        )

    def _look_left(self, draft: OfficeDraft) -> None:
        """Read the adjectives before it: voormalig, financieel, Franse."""
        for index in range(draft.first - 1, max(-1, draft.first - 5), -1):
            token = self._tokens[index]
            word = token.text.lower()
            if token.sentence != self._tokens[draft.noun].sentence:
                break
            if word in self._words.ended:
                draft.ended = True
            elif word in self._words.not_yet:
                draft.not_yet = True
            elif word in self._words.kinds and index + 1 == draft.noun - len(draft.words) + 1:
                draft.words.insert(0, token.text if token.text in self._lands.adjectives else word)
            elif not self._is_land(token, draft):
                break
            draft.first = index

    def _is_land(self, token: Token, draft: OfficeDraft) -> bool:
        land = self._lands.adjectives.get(token.text)
        if land is None or draft.organisation is not None or token.pos not in ("ADJ", "PROPN", "NOUN"):
            return token.pos == "ADJ" and token.text.islower()
        kind = "Country" if land.kind == "Country" else "Place"
        mention = Mention(name=land.name, kind=kind, text=token.text, start=token.start, end=token.end)
        draft.organisation = (self._words.articles.get(land.name, ""), mention)
        return True

    def _look_right(self, draft: OfficeDraft) -> None:
        """Read what it is of: van Google, van Defensie, van de Europese Raad; of "topman X van Y", behind the name."""
        draft.stop = self._read_of(draft, draft.stop)
        name = self._at.get(draft.stop)
        here = self._tokens[draft.noun].sentence
        if name is not None and self._tokens[name.first].sentence != here:
            return
        if name is not None and name.kind == "Person" and draft.stop == draft.noun + 1:
            behind = self._behind_brackets(name.stop)
            stop = self._read_of(draft, behind)
            draft.last = (stop if stop > behind else name.stop) - 1
        elif self._is_at(draft.stop, tuple(self._words.copulas)):  # "die in 2020 voorzitter werd van"
            self._read_of(draft, draft.stop + 1)

    def _read_of(self, draft: OfficeDraft, stop: int) -> int:
        """Read "van …" at a token; give the token behind it."""
        local = self._head(draft.words[0]) in self._words.local
        name = self._at.get(stop + 1)
        of_town = local and name is not None and bool(self._lexicon(name.full) & TOWN)
        if draft.words[-1] in self._words.with_portfolio and not of_town:
            behind = self._portfolio_stop(stop)
            if behind > stop:
                draft.words.append(self._document.words(stop, behind))
                stop = behind
        if crown := self._crown(stop):
            draft.words.append(self._document.words(stop, stop + crown))
            stop += crown
        prepositions = self._small.ofs | self._small.ats | (self._small.ins if local else frozenset())
        if draft.organisation is not None or not self._is_at(stop, prepositions):
            return stop
        article = self._tokens[stop + 1].text if self._is_at(stop + 1, self._small.articles) else ""
        begin = stop + 1 + bool(article)
        name = self._at.get(begin)
        if name is None:
            name = self._behind_noun(begin)
            article = "" if name is not None else article
        mention = self._mention_of(name) if name else None
        if name is None or mention is None or mention.kind == "Person":
            if name is None and article and self._tokens[begin].pos == "NOUN":
                draft.of_noun = begin
            return stop
        draft.organisation = (article, mention)
        return name.stop

    def _crown(self, stop: int) -> int:
        """Give how many words for a king follow: "commissaris van de Koning"."""
        behind = [token.text for token in self._tokens[stop : stop + _MOST_OF_CROWN]]
        counts = range(len(behind), 0, -1)
        return next((count for count in counts if " ".join(behind[:count]) in self._words.crown), 0)

    def _behind_noun(self, begin: int) -> Name | None:
        """Give the name behind a noun for it: "van het staalconcern Norrstål", "van de Limburgse holding LRM"."""
        for index in range(begin, min(len(self._tokens), begin + 3)):
            if self._tokens[index].pos in ("NOUN", "PROPN"):
                return self._at.get(index + 1)
            if self._tokens[index].pos != "ADJ":
                return None
        return None

    def _behind_brackets(self, stop: int) -> int:
        """Give the token behind brackets: "wethouder Jan Smit (VVD) van Rotterdam"."""
        if not self._is_at(stop, ("(",)):
            return stop
        inside = range(stop + 1, min(len(self._tokens), stop + _MOST_BRACKETED))
        return next((index + 1 for index in inside if self._is_at(index, (")",))), stop)

    def _portfolio_stop(self, stop: int) -> int:
        if not self._is_at(stop, self._small.ofs | self._small.fors):
            return stop
        begin = stop + 1
        index = begin + self._is_at(begin, self._small.articles)
        last = begin
        while index < min(len(self._tokens), begin + _MOST_WORDS):
            name = self._at.get(index)
            if name is not None and (name.kind in ("Person", "Country") or (index > begin and not self._joined(index))):
                break
            if name is not None:
                index = last = name.stop
            elif self._tokens[index].text in self._linking and self._at.get(index + 1) is not None:
                if self._at[index + 1].kind in ("Person", "Country"):
                    break
                index += 1
            else:
                break
        return last if last > begin else stop

    def _joined(self, index: int) -> bool:
        before, small = self._tokens[index - 1].text, self._small
        return before in self._linking or before in small.articles or before in small.ofs | small.fors

    def _is_at(self, index: int, words: Container[str]) -> bool:
        return index < len(self._tokens) and self._tokens[index].text in words

    def _office(self, draft: OfficeDraft) -> Mention:
        """Give the office by its usual name: president van Frankrijk, CEO van Google."""
        name = " ".join(draft.words)
        if draft.organisation:
            article, organisation = draft.organisation
            article = self._words.articles.get(organisation.name, article)
            name = " ".join(word for word in (name, self._words.of, article, organisation.name) if word)
        first = draft.first
        while first < draft.noun and self._tokens[first].text.lower() not in self._words.kinds | set(
            self._lands_at(first)
        ):
            first += 1
        start, end = self._tokens[first].start, self._tokens[draft.stop - 1].end
        text = self._document.article.text[start:end]
        return Mention(
            name=name, kind="Office", text=text, start=start, end=end, named=None if draft.organisation else False
        )

    def _lands_at(self, index: int) -> tuple[str, ...]:
        text = self._tokens[index].text
        return (text.lower(),) if text in self._lands.adjectives else ()
