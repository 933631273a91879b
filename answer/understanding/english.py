"""English questions: told from Chinese ones, and put into the words of the documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from answer.understanding.data_files import table

_CHINESE = re.compile("[\u3400-\u9fff]")
_LATIN_WORD = re.compile("[A-Za-z][A-Za-z'&-]*")
_CHINESE_RUN = re.compile("[\u3400-\u9fff]+")
_PIECES = re.compile("[\u3400-\u9fff]+|[A-Za-z][A-Za-z'&]*|[0-9][0-9.,]*%?|[¥$€]")
_IRREGULAR = {"criteria": "criteria", "premises": "premises", "series": "series"}


@dataclass(frozen=True, slots=True)
class Translation:
    """An English question in Chinese terms, in its order, and the words that have no entry."""

    terms: tuple[str, ...]
    places: tuple[str, ...]
    untranslated: tuple[str, ...]


def is_english(text: str) -> bool:
    """Whether most words are Latin ones: “OPC是什么” is not, “the cap for (中试) platforms” is."""
    latin = [word for word in _LATIN_WORD.findall(text) if len(word) > 1 or word in "aAI"]
    if not latin:
        return False
    chinese = sum(len(run) for run in _CHINESE_RUN.findall(text))
    if not chinese:
        return True
    plain_words = [word for word in latin if word.lower() in _fillers()]
    # A sentence needs joining words; “AI OPC 补贴” and “API GPU 怎么补” have none.
    return len(plain_words) >= 2 and len(latin) > chinese / 2


def translate(text: str) -> Translation:
    """The question (plain) by the glossary, longest entry first; Chinese and numbers are kept."""
    pieces: list[str] = _PIECES.findall(_joined(text))
    forms = [piece if _CHINESE.match(piece) else _base(piece) for piece in pieces]
    terms: list[str] = []
    places: list[str] = []
    missing: list[str] = []
    at = 0
    while at < len(forms):
        length, chinese, is_place = _entry_at(forms, at)
        if length:
            terms.append(chinese)
            places.extend([chinese] if is_place else ())
        elif not pieces[at][0].isascii() or pieces[at][0].isdigit():
            terms.append(pieces[at])
        elif _is_name(pieces[at]):
            terms.append(pieces[at])
            if pieces[at] not in _LATIN_TERMS:
                missing.append(pieces[at])
        elif pieces[at].lower() not in _fillers() and forms[at] not in _fillers():
            missing.append(pieces[at])
        at += max(length, 1)
    # An entry may give several words: each once.
    once = dict.fromkeys(word for term in terms for word in term.split())
    return Translation(tuple(once), tuple(dict.fromkeys(places)), tuple(dict.fromkeys(missing)))


_LATIN_TERMS = frozenset({"OPC", "AI", "API", "GPU", "RMB", "CNY", "IT"})


def _entry_at(forms: list[str], at: int) -> tuple[int, str, bool]:
    """How many words the longest entry at this place takes, its Chinese, whether it is a place."""
    entries, longest = _entries()
    for length in range(min(longest, len(forms) - at), 0, -1):
        phrase = " ".join(forms[at : at + length])
        if phrase in entries:
            chinese, is_place = entries[phrase]
            if is_place and forms[at + length : at + length + 1] in (
                ["district"],
                ["city"],
                ["province"],
            ):
                length += 1
            return length, chinese, is_place
    return 0, "", False


def _joined(text: str) -> str:
    """Typographic apostrophes straight, hyphens as spaces, R&D in one word."""
    return text.replace("’", "'").replace("-", " ").replace("–", " ").replace("R & D", "R&D")


def _base(word: str) -> str:
    """The form of a word under which the glossary has it: lower case, singular."""
    lower = word.lower().removesuffix("'s").strip("'")
    if lower in _IRREGULAR or lower in _entries()[0]:
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower


def _is_name(word: str) -> bool:
    return word.isupper() and len(word) > 1


@cache
def _fillers() -> frozenset[str]:
    return frozenset(table("glossary")["fillers"].split())


@cache
def _entries() -> tuple[Mapping[str, tuple[str, bool]], int]:
    """Every entry with its Chinese and whether it is a place, and the words of the longest."""
    from answer.understanding.romanised import romanised_places  # only English questions need it

    data = table("glossary")
    entries = {name: (place, True) for name, place in romanised_places().items()}
    entries |= {str(phrase): (str(chinese), False) for phrase, chinese in data["terms"].items()}
    entries |= {str(phrase): (str(place), True) for phrase, place in data["places"].items()}
    return entries, max(len(phrase.split()) for phrase in entries)
