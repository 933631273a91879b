from __future__ import annotations

from dataclasses import replace

import pytest

from answer.checks import UnsupportedAnswer, UnsupportedSpeech, check_answer
from answer.wording import read_as_written
from records import Answer, AnswerStatus, Citation, Document

TEXT = "每年设立总额不低于1000万元的算力服务券。单个项目最高2000万元。"
DOCUMENT = Document(id="ai10", title="若干政策措施", text=TEXT, doc_number="武政规〔2025〕3号")
FIRST = "每年设立总额不低于1000万元的算力服务券。"
SECOND = "单个项目最高2000万元。"


def citation(number: int, quote: str) -> Citation:
    start = TEXT.index(quote)
    return Citation(
        number=number,
        document_id="ai10",
        title=DOCUMENT.title,
        doc_number=DOCUMENT.doc_number,
        quote=quote,
        start=start,
        end=start + len(quote),
    )


GOOD = Answer(
    question="算力券",
    status=AnswerStatus.ANSWERED,
    text=f"《若干政策措施》(武政规〔2025〕3号):“{FIRST}”[1]\n“{SECOND}”[2]",
    citations=(citation(1, FIRST), citation(2, SECOND)),
)


def check(answer: Answer) -> None:
    check_answer(answer, {"ai10": DOCUMENT})


def test_a_sound_answer_passes() -> None:
    check(GOOD)


def test_a_refusal_needs_no_citation() -> None:
    check(Answer(question="高考", status=AnswerStatus.NO_ANSWER, text="没有依据。"))


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (replace(GOOD, text=GOOD.text.replace("[2]", "[1]")), "do not match"),
        (replace(GOOD, text=GOOD.text.replace("[1]", "[3]")), "do not match"),
        (replace(GOOD, citations=(citation(2, SECOND), citation(1, FIRST))), "do not match"),
        (replace(GOOD, text=GOOD.text + "\n由市经信局负责。"), "no citation on the line"),
        (replace(GOOD, text=GOOD.text.replace("1000万元", "3000万元")), "3000万元"),
        (replace(GOOD, text=GOOD.text.replace("1000万元", "1000亿元")), "1000亿元"),
        (replace(GOOD, text=GOOD.text.replace("不低于1000", "不超过1000")), "1000万元"),
        (replace(GOOD, text=GOOD.text.replace("“单个项目", "3家“单个项目")), "3家"),
    ],
)
def test_a_broken_promise_is_named(broken: Answer, fault: str) -> None:
    with pytest.raises(UnsupportedAnswer, match=fault):
        check(broken)


def test_a_figure_must_stand_in_the_citation_of_its_own_line() -> None:
    swapped = GOOD.text.replace("1000万元", "#").replace("2000万元", "1000万元")
    with pytest.raises(UnsupportedAnswer):
        check(replace(GOOD, text=swapped.replace("#", "2000万元")))


def test_a_number_at_the_start_of_a_quote_is_no_figure_of_its_own() -> None:
    text = "16．严格落实首诊负责制。"
    document = replace(DOCUMENT, text=text)
    whole = replace(GOOD.citations[0], quote=text, start=0, end=len(text))
    check_answer(replace(GOOD, text=f"“{text}”[1]", citations=(whole,)), {"ai10": document})


def test_a_shifted_quote_is_caught() -> None:
    shifted = replace(GOOD.citations[0], start=1, end=len(FIRST) + 1)
    with pytest.raises(UnsupportedAnswer, match="quote 1 is not the text"):
        check(replace(GOOD, citations=(shifted, GOOD.citations[1])))


def test_a_numbered_heading_in_the_ticket_is_no_figure() -> None:
    heading = "22. 对境外捐赠物资有何税收优惠政策？"
    numbered = replace(
        GOOD,
        citations=(replace(GOOD.citations[0], clause=heading), GOOD.citations[1]),
        ticket=f"问题：算力券\n依据：《若干政策措施》，{heading}，有效期起止未注明",
    )
    check(numbered)
    with pytest.raises(UnsupportedAnswer, match="23"):
        check(replace(numbered, ticket="依据：《若干政策措施》，23. 另一条，有效期起止未注明"))


def test_a_heading_of_one_digit_leaves_the_dates_of_a_title_whole() -> None:
    titled = replace(GOOD.citations[0], title="2月10日起施行的措施", clause="1")
    check(
        replace(
            GOOD,
            citations=(titled, GOOD.citations[1]),
            ticket="问题：算力券\n依据：《2月10日起施行的措施》，1，有效期起止未注明",
        )
    )


def test_a_title_that_begins_with_a_number_is_no_figure_of_its_own() -> None:
    titled = replace(GOOD.citations[0], title="1、首先接好路由器")
    told = "问题：算力券\n依据：《1、首先接好路由器》，有效期起止未注明"
    check(replace(GOOD, citations=(titled, GOOD.citations[1]), ticket=told))


def spoken(text: str) -> Answer:
    return replace(GOOD, read_aloud=text)


def test_a_figure_of_the_same_quote_in_another_place_is_not_spoken() -> None:
    text = "全日制博士免3年房租，全日制硕士免2年。"
    document = replace(DOCUMENT, text=text)
    whole = replace(GOOD.citations[0], quote=text, start=0, end=len(text))
    answer = replace(GOOD, text=f"{text}[1]", citations=(whole,), read_aloud=text)
    check_answer(answer, {"ai10": document})
    for changed in (text.replace("免3年", "免2年"), text.replace("免2年", "免3年")):
        with pytest.raises(UnsupportedSpeech):
            check_answer(replace(answer, read_aloud=changed), {"ai10": document})
        with pytest.raises(UnsupportedAnswer, match="ticket"):
            check_answer(replace(answer, ticket=f"答复：{changed}"), {"ai10": document})


def test_the_written_answer_may_be_read_out_as_it_stands() -> None:
    with pytest.raises(UnsupportedSpeech):
        check(spoken("算力服务券总额不低于3000万元。"))
    check(spoken(read_as_written(GOOD.text)))


def test_the_ticket_of_a_table_holds_its_rows() -> None:
    table = f"| 地区 | 规定 |\n| --- | --- |\n| 武汉市 | {FIRST} [1] |\n| 东区 | {SECOND} [2] |"
    check(replace(GOOD, text=table, ticket=f"答复：\n武汉市；{FIRST}[1]\n东区；{SECOND}[2]"))


def test_a_point_more_or_less_in_the_ticket_is_caught() -> None:
    text = "总额1.5亿元，按15%补助。"
    document = replace(DOCUMENT, text=text)
    whole = replace(GOOD.citations[0], quote=text, start=0, end=len(text))
    answer = replace(GOOD, text=f"{text}[1]", citations=(whole,), ticket=f"答复：{text}")
    check_answer(answer, {"ai10": document})
    for changed in (text.replace("1.5", "15"), text.replace("%", "‰")):
        with pytest.raises(UnsupportedAnswer):
            check_answer(replace(answer, ticket=f"答复：{changed}"), {"ai10": document})


def test_titles_in_the_spoken_sources_need_not_stand_on_a_line() -> None:
    dated = replace(GOOD.citations[1], title="实施方案(2025年版)")
    source = "依据若干政策措施；实施方案2025年版，现行有效。"
    answer = replace(GOOD, citations=(GOOD.citations[0], dated), read_aloud=source)
    check(answer)
    with pytest.raises(UnsupportedSpeech):
        check(replace(answer, read_aloud=source.replace("2025", "2023")))


def test_english_is_read_aloud_without_the_chinese_quotation() -> None:
    text = "企业使用算力服务费用按50%补助,最高20万元。"
    document = replace(DOCUMENT, text=text)
    said = "50% of computing service fees, up to RMB 200,000"
    answer = replace(
        GOOD,
        question="How much of computing costs is subsidised?",
        text=f"{said} [1]: “{text.rstrip('。')}” [1]",
        citations=(replace(GOOD.citations[0], quote=text, start=0, end=len(text)),),
        read_aloud="50 percent of computing service fees, up to RMB 200,000. "
        "According to 若干政策措施. The official text prevails.",
    )
    check_answer(answer, {"ai10": document})
    with pytest.raises(UnsupportedSpeech):
        check_answer(
            replace(answer, read_aloud=answer.read_aloud.replace("of computing", "plus all")),
            {"ai10": document},
        )
