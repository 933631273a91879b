import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.evidence.spans import tidy


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        ("影片为《飞狐外传》。随着", "《飞狐外传", "《飞狐外传》"),
        ("称“巴士系数”作为", "巴士系数”", "“巴士系数”"),
        ("，最高20万元，补助", "，最高20万元，", "最高20万元"),
        ("（一）市经信局；", "）市经信局；", "市经信局"),
        ("由市经信局（牵头）办理", "市经信局（", "市经信局"),
        ("蒙城（今安徽蒙城县）人", "蒙城（今安徽蒙城县）人", "蒙城（今安徽蒙城县）人"),
        ("一、支持购买算力。", "支持购买算力", "支持购买算力"),
        ("快来！材料：A、身份证。", "身份证", "A、身份证"),
        # A list is not begun in the middle.
        ("领域：芯片、传感器、机器人三大领域。", "机器人三大领域", "芯片、传感器、机器人三大领域"),
        ("。，；", "。，；", "。，；"),
    ],
)
def test_loose_marks_go_and_pairs_are_completed(text: str, marked: str, wanted: str) -> None:
    start = text.index(marked)
    first, last = tidy(text, start, start + len(marked))
    assert text[first:last] == wanted


@given(st.text(alphabet="甲乙“”《》（），。", min_size=1, max_size=20), st.data())
def test_the_span_stays_inside_the_text_and_keeps_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = tidy(text, start, end)
    assert 0 <= first < last <= len(text)
    words = [sign for sign in text[start:end] if sign.isalnum()]
    assert [sign for sign in text[first:last] if sign.isalnum()] == words or not words
