"""Extracted facts against reviewed ones: how many are found, how many are right, and in what they differ.

**Pairs.** Within one article each extracted fact is paired with at most one reviewed fact, and the other way round. Two
facts can be a pair when all of this holds:

- they are of one type, or one is a Statement and the other an Announcement;
- words that they quote (evidence, and what a statement reports) overlap;
- they share a filler: one entity stands in the same role of both, place included. Of statements it is the speaker that
  must be the same, or the words reported must overlap;
- they are not each other turned round: no two entities have changed roles ("A attacks B", "B attacks A").

Of all ways to pair them, the one is taken with the most pairs; of those that with the most facts right in every part;
then with the most fillers, statuses, sources, dates … right. The order of the facts does not matter. (Where more than
150 facts hang together through possible pairs, the best pairs are taken one after the other.)

**Entities** are the same when they share a name (case and a determiner before it aside; aliases, a Wikidata id and what
the gazetteer knows count too), or when their words in the article overlap and their names share a word of four letters
or more, or with a capital; of two words of four letters or more, one may go on longer ("drone", "drones"). So a pronoun
that is taken for somebody else is wrong.

**Measures.** Each counts items: ``found`` in extracted facts, ``expected`` in reviewed ones, ``right`` in pairs.
Precision is right/found, recall right/expected, F1 their harmonic mean; of what nobody has, there is none. All facts
count, so that an invented fact costs precision everywhere and a missed one recall; ``differ`` is the number of pairs
that are not alike in this, which tells of a part without what is missed or invented.

======================  ============================  ================================================================
measure                 items                         right
======================  ============================  ================================================================
``facts``               each fact                     it is paired
``exact``               each fact                     paired, and right in every part: type, content, status,
                                                      attribution and dates as below (or on neither side), and in each
                                                      role that mentions fill the same entities; roles that words fill,
                                                      evidence and links are left aside
``type``                each fact                     paired with a fact of its own type
``roles``               each filler of a role         the pair has it in the same role: the same entity, or (topic,
                                                      medium, purpose, qualifier, amount) words of which at least half
                                                      of the longer are shared
``content``             each statement                at least half of the longer content is shared
``status``              each fact                     the pair has the same
``attribution``         each fact with a source       the same entities are ``attributed_to``, and the same are ``via``
                                                      (of the fact or of any of its evidence)
``dates``               each fact with a date         date, not_before, not_after, start_date and end_date are all the
                                                      same; date_text is left aside
``evidence``            each fact                     at least half of the longer evidence, in characters, is shared
``links``               each of ``about``,            the pair has one in the same role, and the facts that they lead
                        ``led_to``, ``part_of``       to are a pair, or the entities the same
======================  ============================  ================================================================

By type, a pair counts as of the type of its reviewed fact.
"""

from kg.evaluation.cases import Case, Cases, extracted_afresh, side_by_side
from kg.evaluation.evaluating import Evaluation, Pair, evaluate
from kg.evaluation.figures import MEASURES, Figure, Figures
from kg.evaluation.machines import to_csv, to_json
from kg.evaluation.minimums import minimum, shortfalls
from kg.evaluation.sources import Known, read_known
from kg.evaluation.wording import by_type_table, figures_table, listing, notes

__all__ = [
    "MEASURES",
    "Case",
    "Cases",
    "Evaluation",
    "Figure",
    "Figures",
    "Known",
    "Pair",
    "by_type_table",
    "evaluate",
    "extracted_afresh",
    "figures_table",
    "listing",
    "minimum",
    "notes",
    "read_known",
    "shortfalls",
    "side_by_side",
    "to_csv",
    "to_json",
]
