from hypothesis import given
from hypothesis import strategies as st

from train.examples import Example
from train.pieces import piece_of_answer, pieces


@given(st.text(alphabet="甲乙。\n", min_size=1, max_size=200), st.integers(1, 60), st.data())
def test_pieces_cover_the_text_and_one_holds_the_whole_answer(
    context: str, size: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(context) - 1))
    end = data.draw(st.integers(start + 1, len(context)))
    example = Example("甲?", context, start, end)
    cut = pieces(example, size)
    assert "".join(context[a:b] for a, b in cut) == context
    a, b = piece_of_answer(example, cut)
    assert a <= start < end <= b


def test_a_section_is_never_cut_from_its_heading() -> None:
    sections = [f"## 第{at}条\n\n- 支持{at}0万元。\n- 分两次拨付。\n\n" for at in range(1, 6)]
    example = Example("多少?", "".join(sections))
    assert [example.context[a:b] for a, b in pieces(example, 30)] == sections
