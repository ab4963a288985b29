"""How the pipeline that comes with `kg` is made from a treebank: ``make model DATA=FOLDER``.

Nothing of it is needed to use the pipeline. On two cores it takes about an hour and a half:

1. `treebank`: CoNLL-U → spaCy's format, one sentence a document, because `kg` finds the sentences by rule;
   `conventions`: relations that parts of it name otherwise than the rest are named alike;
2. `parser.cfg`: tokens → vectors, features, and a parser;
3. `settling.cfg`, twice, and `averaging`: it goes on in ever smaller steps, and the mean of two such runs is taken;
4. `lemmas.cfg`: a lemmatizer with vectors of its own, beside 2 on the other core: it spoils those of a parser;
5. `assembly`: one pipeline of them, without what it does not need;
6. `scores`: how good it is on sentences that it has not seen, kept in its ``meta.json`` and its README.
"""
