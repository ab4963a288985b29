"""Names → the readable ends of IRIs."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LONGEST = 80


def digest(text: str, digits: int) -> str:
    """Give the first hex digits of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


def slug(name: str) -> str:
    """Make a slug of lower-case letters, digits and hyphens.

    Names that differ only in case, accents and spaces give one slug. Where more than that is lost (other scripts,
    "C++", very long names) eight hex digits of a hash keep different names apart.
    """
    name = " ".join(unicodedata.normalize("NFC", name).split())
    folded = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
    lossless = re.fullmatch(r"[A-Za-z0-9 ,.'’-]+", folded) is not None
    if lossless and words and len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].strip('-')}-{digest(name.casefold(), 8)}".lstrip("-")
