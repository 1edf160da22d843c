"""Small numbers of firms in texts that people typed: "interviews with four firms" tells of four, in words or digits.

Used for the names of second sources, which anonymous editions print. Words of all report languages are looked for at once:
a text is not always written in the language of its file.
"""

from __future__ import annotations

from typing import Final

from fastmap.model.normalise import text_key

_NUMBERS: Final = (
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
        " nineteen"
    ),
    (
        "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho"
        " diecinueve"
    ),
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf",
    (
        "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn"
        " neunzehn"
    ),
    (
        "un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette"
        " diciotto diciannove"
    ),
    (
        "un doi trei patru cinci sase sapte opt noua zece unsprezece doisprezece treisprezece paisprezece cincisprezece"
        " saisprezece saptesprezece optsprezece nouasprezece"
    ),
    (
        "egy ket harom negy ot hat het nyolc kilenc tiz tizenegy tizenket tizenharom tizennegy tizenot tizenhat tizenhet"
        " tizennyolc tizenkilenc"
    ),
)
"""From one to nineteen, as `text_key` writes them; k is 20 at most."""
_MORE_WORDS: Final = {
    "una": 1, "une": 1, "eine": 1, "einer": 1, "einem": 1, "o": 1, "single": 1, "both": 2, "ambas": 2, "ambos": 2,
    "beide": 2, "beiden": 2, "entrambe": 2, "doua": 2, "ambele": 2, "ketto": 2, "mindket": 2, "couple": 2, "pair": 2,
    "par": 2, "few": 2, "several": 3, "pocas": 3, "varias": 3, "quelques": 3, "einige": 3, "wenige": 3, "poche": 3,
    "alcune": 3, "cateva": 3, "nehany": 3,
}  # fmt: skip
"""Other forms, and words for a few: they count as the number that they usually stand for."""
_FIRMS: Final = frozenset(
    [
        "firm",
        "firms",
        "company",
        "companies",
        "member",
        "members",
        "enterprise",
        "enterprises",
        "business",
        "businesses",
        "sme",
        "smes",
        "employer",
        "employers",
        "empresa",
        "empresas",
        "miembro",
        "miembros",
        "pyme",
        "pymes",
        "socio",
        "socios",
        "entreprise",
        "entreprises",
        "membre",
        "membres",
        "pme",
        "employeur",
        "employeurs",
        "firma",
        "firmen",
        "unternehmen",
        "mitglied",
        "mitglieder",
        "mitgliedern",
        "betrieb",
        "betriebe",
        "betrieben",
        "kmu",
        "impresa",
        "imprese",
        "membro",
        "membri",
        "azienda",
        "aziende",
        "pmi",
        "firme",
        "intreprindere",
        "intreprinderi",
        "membru",
        "angajatori",
        "ceg",
        "ceget",
        "ceggel",
        "cegnel",
        "vallalat",
        "vallalatot",
        "vallalattal",
        "vallalatnal",
        "tag",
        "taggal",
        "tagot",
        "tagnal",
        "kkv",
    ]
)
_APART: Final = 3
"""So many words after the number may the word for firms stand: "four of our larger firms"."""
_VALUES: Final = {
    **{word: value for line in _NUMBERS for value, word in enumerate(line.split(), start=1)},
    **_MORE_WORDS,
}


def counts_few_firms(text: str | None, k: int) -> bool:
    """Say whether ``text`` speaks of fewer than ``k`` firms, or of a few.

    >>> [
    ...     counts_few_firms(text, 5)
    ...     for text in ("Interviews with four firms", "Talks with 3 of our members", "12 firms")
    ... ]
    [True, True, False]
    >>> [counts_few_firms(text, 5) for text in ("Entrevistas a cuatro empresas", "Vier Betriebe", "Round of 4 May")]
    [True, True, False]
    >>> [counts_few_firms(text, 5) for text in ("Una encuesta de empresas", "Chamber 3/2025, firms")]
    [False, False]
    """
    words = text_key(text or "").split()
    for at, word in enumerate(words):
        value = int(word) if word.isdecimal() else _VALUES.get(word)
        if value is None or not 0 < value < k:
            continue
        # "Un", "ein", "una" are articles, too: "una encuesta de empresas" counts nobody.
        after = words[at + 1 : at + 2 + (0 if value == 1 else _APART)]
        is_date = bool(after) and after[0].isdecimal()
        if not is_date and not _FIRMS.isdisjoint(after):
            return True
    return False
