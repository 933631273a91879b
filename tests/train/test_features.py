import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from train.examples import Example
from train.features import WindowCutter

LETTERS = "甲乙丙丁戊己庚辛壬癸"
TOKENS = 24


@cache
def tokenizer() -> Tokenizer:
    """One token a character."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *LETTERS]
    made = Tokenizer(
        models.WordLevel({piece: at for at, piece in enumerate(pieces)}, unk_token="<unk>")
    )
    made.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    return made


def cutter(seed: int = 1) -> WindowCutter:
    return WindowCutter(tokenizer(), random.Random(seed))


@settings(deadline=None)
@given(st.text(alphabet=LETTERS, min_size=1, max_size=80), st.data())
def test_a_window_holds_the_whole_answer(context: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(context) - 1))
    end = data.draw(st.integers(start + 1, min(len(context), start + 10)))
    window = cutter(data.draw(st.integers(0, 9))).window(
        Example("甲乙?", context, start, end), TOKENS
    )
    assert len(window.ids) <= TOKENS
    assert window.first <= window.start <= window.end <= window.last
    marked = window.ids[window.start : window.end + 1]
    assert "".join(tokenizer().id_to_token(one) or "" for one in marked) == context[start:end]


def test_no_answer_points_to_the_first_token() -> None:
    window = cutter().window(Example("甲?", "乙丙丁" * 20), TOKENS)
    assert (window.start, window.end) == (0, 0)


def test_an_answer_longer_than_the_window_counts_as_none() -> None:
    text = "乙" * 60
    window = cutter().window(Example("甲?", text, 0, len(text)), TOKENS)
    assert (window.start, window.end) == (0, 0)


def test_the_heading_stands_before_the_text_and_is_never_the_answer() -> None:
    window = cutter().window(Example("甲?", "乙丙", 0, 1, heading="丁戊"), TOKENS)
    assert [tokenizer().id_to_token(one) for one in window.ids[window.first :]] == [
        "乙",
        "丙",
        "</s>",
    ]
    assert window.start == window.first
