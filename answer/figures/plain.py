"""Text in one width and script, character for character, so that offsets stay valid."""

from __future__ import annotations

import re

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SINGLE = str.maketrans(
    {
        "\u3000": " ",
        "\u00a0": " ",
        "\u2009": " ",
        "\t": " ",
        "￥": "¥",
        "∶": ":",
        "≧": "≥",
        "⩾": "≥",
        "≦": "≤",
        "⩽": "≤",
        "〇": "零",
        "○": "零",
        "﹝": "〔",
        "﹞": "〕",
        "【": "〔",
        "】": "〕",
        **dict.fromkeys("‐‑‒–—―−─", "-"),
        **dict.fromkeys("〜∼", "~"),
        # Traditional forms of the characters that numerals, units and modality words are made of.
        **dict(
            zip(
                "萬億個兩點餘過於達單項條種類張場輛臺戶筆級畝週歲時間區內後萬號隻舉約補獎額資費會圓開從",
                "万亿个两点余过于达单项条种类张场辆台户笔级亩周岁时间区内后万号只举约补奖额资费会元开从",
                strict=True,
            )
        ),
    }
)
_FINANCIAL_DIGITS = "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"
_FINANCIAL = str.maketrans(_FINANCIAL_DIGITS, "一二二三三四五六六七八九十百千")
# One financial character alone is a word or a name (陆家嘴, 伍先生): only runs are numerals.
_FINANCIAL_RUN = re.compile(f"[{_FINANCIAL_DIGITS}零][{_FINANCIAL_DIGITS}零万亿]+")


def plain(text: str) -> str:
    """`text` with half-width forms, simplified units and ordinary numerals; the same length.

    Every dash becomes “-”, every tilde “~” and every 〇 “零”.
    """
    text = text.translate(_FULL_WIDTH).translate(_SINGLE)
    return _FINANCIAL_RUN.sub(lambda match: match.group().translate(_FINANCIAL), text)
