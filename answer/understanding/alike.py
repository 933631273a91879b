"""Characters of the same sound or shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from answer.understanding.data_files import table
from answer.understanding.vocabulary import Vocabulary

NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两几半")
COMMON_READINGS = 2
# Words of grammar: they fit everywhere, so that they fit here says nothing.
_GRAMMAR = frozenset("的了着过是有在和与于以而且其之为及或吗呢吧不没也都就还要会能我你他她它这那")


def characters_like(character: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The characters of the documents that sound or look like this one; no numerals."""
    alike = {one for group in table("spelling")["alike"] if character in group for one in group}
    for sound in _sounds_of(character):
        alike.update(_by_sound(vocabulary).get(sound, ()))
    return frozenset(alike - NUMERALS - _GRAMMAR - {character})


@lru_cache(maxsize=2)
def _by_sound(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for character in sorted(vocabulary.characters):
        for sound in _sounds_of(character):
            found.setdefault(sound, []).append(character)
    return {sound: tuple(characters) for sound, characters in found.items()}


@cache
def _sounds_of(character: str) -> frozenset[str]:
    """Its common readings without tones, what accents confuse made one (zh = z, n = l, -ng)."""
    from pypinyin import Style, pinyin  # half a second, and only when a word looks wrong

    # The common ones come first: nobody hears 服 in 还, which was also read fú.
    readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0][:COMMON_READINGS]
    return frozenset(_same_to_the_ear(one) for one in readings if one.isascii())


def _same_to_the_ear(sound: str) -> str:
    sound = re.sub("^([zcs])h", r"\1", sound)
    sound = re.sub("^n", "l", sound)
    return re.sub("([aei])ng$", r"\1n", sound)
