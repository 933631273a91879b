"""Bytes to text, for the encodings that Chinese policy documents come in."""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000
# Text decoded with the right codec scores .95 and more, with a wrong one below .4.
_PLAUSIBLE = 0.7
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")


class UnknownEncodingError(ValueError):
    """The bytes are in none of the encodings that are understood."""


def decode(data: bytes, declared: str = "") -> str:
    """Return the text of `data` with newlines as `\\n` and without control characters.

    A byte order mark decides; without one, bytes that are valid UTF-8 are UTF-8; then comes
    the encoding that the file itself declares (a `<meta charset>`), if any; then GB18030 and
    UTF-16 by how much of the text is common Chinese. Raises UnknownEncodingError.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _try_decode(data[len(mark) :], codec)
            if text is None:
                raise UnknownEncodingError(codec)
            return clean(text)
    text = _try_decode(data, "utf-8")
    if text is not None and "\0" not in text:
        return clean(text)
    if declared and (text := _try_decode(data, _codec_named(declared))) is not None:
        return clean(text)
    return clean(_most_plausible(data))


def clean(text: str) -> str:
    """Normalise newlines to `\\n`, drop control characters; no letter is changed.

    Lone surrogates (JSON can smuggle them in) go too: they cannot be stored as UTF-8.
    """
    return _INVISIBLE.sub("", _NEWLINES.sub("\n", text))


def _most_plausible(data: bytes) -> str:
    candidates = ["utf-8", "gb18030"]
    if len(data) % 2 == 0:
        candidates += ["utf-16-le", "utf-16-be"]
    decoded = [text for codec in candidates if (text := _try_decode(data, codec)) is not None]
    scored = [(_plausibility(text), text) for text in decoded]
    best, text = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    if best < _PLAUSIBLE:
        raise UnknownEncodingError("not UTF-8, UTF-16 or GB18030")
    return text


def _plausibility(text: str) -> float:
    """Share of characters that ordinary Chinese or English text is made of, 0..1."""
    sample = text[:_SAMPLE]
    return sum(map(_is_common, sample)) / max(len(sample), 1)


def _is_common(char: str) -> bool:
    if char < "\x7f":
        return char >= " " or char in "\t\r\n"
    if "\u3000" <= char <= "\u3020" or "\uff01" <= char <= "\uff5e" or char in "“”‘’—…·《》":
        return True
    # The most frequent characters are the first level of GB 2312 and of Big5.
    return _lead_byte(char, "gb2312", 0xB0, 0xD7) or _lead_byte(char, "big5", 0xA4, 0xC6)


def _lead_byte(char: str, codec: str, first: int, last: int) -> bool:
    encoded = char.encode(codec, "ignore")
    return len(encoded) == 2 and first <= encoded[0] <= last


def _codec_named(name: str) -> str:
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return "gb18030"
    # Pages that say GB2312 or GBK use characters beyond it.
    return "gb18030" if codec in {"gb2312", "gbk", "hz"} else codec


def _try_decode(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
