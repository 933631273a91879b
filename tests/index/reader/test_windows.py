import numpy as np

from index.reader.windows import ReadWindow, Window, merged


def part(token: int, starts: list[float], null_score: float) -> ReadWindow:
    scores = np.array(starts, np.float32)
    offsets = [(at, at + 1) for at in range(token, token + len(starts))]
    window = Window(text=0, ids=[], first=0, token=token, offsets=offsets)
    return ReadWindow(window, scores, scores, null_score)


def test_each_token_keeps_the_window_that_was_surest_of_it() -> None:
    whole = merged([part(0, [1, 2, 3], 0.0), part(2, [5, 1], 0.0)])
    assert list(whole.start_scores) == [1, 2, 5, 1]
    assert list(whole.offsets) == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_windows_are_compared_by_their_own_null_score() -> None:
    sure_of_nothing = part(0, [6, 6], 10.0)
    open_to_something = part(2, [4, 4], 0.0)
    span = merged([sure_of_nothing, open_to_something]).best()
    assert span is not None
    assert (span.start, span.score) == (2, 8.0)
