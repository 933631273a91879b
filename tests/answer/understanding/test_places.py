from __future__ import annotations

import pytest

from answer.understanding import Knowledge
from answer.understanding.places import canonical_place, gazetteer, is_within, named_places, parent
from answer.understanding.places_asked import places_asked
from tests.answer.findings import known
from tests.small_storage import make_document


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("武汉市江夏区的政策", ["江夏区"]),
        ("湖北武汉的算力券", ["武汉市"]),
        ("北京亦庄算力券", ["北京经开区"]),
        ("公司在光谷和在武昌", ["东湖高新区", "武昌区"]),
        ("武汉东湖新技术开发区", ["东湖高新区"]),
        ("沌口的车企", ["武汉经开区"]),
        ("市里和省里一样吗", ["武汉市", "湖北省"]),
        ("恩施和延边", ["恩施土家族苗族自治州", "延边朝鲜族自治州"]),
        ("海南的政策", ["海南省"]),
        ("武汉大学生创业", ["武汉市"]),
        ("武汉路演直通车", ["武汉市"]),
        ("国家给企业什么补贴", ["全国"]),
        ("省算力券怎么领", ["湖北省"]),
        ("省补贴和市补贴一样吗", ["湖北省", "武汉市"]),
        ("省数据局支持一人公司", ["湖北省"]),
        ("市数据局支持什么", []),
        ("省钱的布局", []),
        ("算力券补多少", []),
    ],
)
def test_places_by_any_name(text: str, places: list[str]) -> None:
    assert [place.name for place in named_places(text)] == places


@pytest.mark.parametrize(
    "text",
    [
        "武汉大学",
        "武汉科技大学",
        "吉林大学",
        "北京路",
        "南京东路",
        "长江日报",
        "中山公园",
        "上海南站",
        "日照时间",
        "湖北日报",
        "国家级高新区企业",
        "承担国家重点任务",
        "省钱的办法",
        "市场补贴",
        "跨省补贴",
        "来宾登记",
        "全国性总部",
    ],
)
def test_names_inside_other_names_are_no_places(text: str) -> None:
    assert named_places(text) == []


def test_another_citys_zone_is_not_taken_for_ours() -> None:
    assert [place.name for place in named_places("合肥经开区")] == ["合肥市"]
    assert [place.name for place in named_places("经开区的补贴")] == ["武汉经开区"]


def test_places_lie_within_each_other() -> None:
    assert is_within("江夏区", "湖北省")
    assert is_within("武汉市", "武汉市")
    assert is_within("深圳市", "全国")
    assert not is_within("武汉市", "江夏区")
    assert not is_within("汉阳区", "武昌区")
    assert not is_within("桃花岛", "全国")
    assert parent("北京经开区") == "北京市"
    assert canonical_place("车谷") == "武汉经开区"
    assert canonical_place("桃花岛") == ""


def test_every_place_leads_up_to_the_country() -> None:
    assert all(is_within(place, "全国") for place in gazetteer().parents)


def test_a_place_stands_where_it_says() -> None:
    text = "听说武汉市江夏区有补贴"
    (place,) = named_places(text)
    assert text[place.start : place.end] == "武汉市江夏区"


def test_a_stored_region_inside_another_word_is_not_asked_about() -> None:
    knowledge = known([make_document(region="全国")])
    assert places_asked("全国的政策补多少", knowledge) == ("全国",)
    assert places_asked("引进全国性总部最高奖多少", knowledge) == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("我们在汉阳,刚拿到市里揭榜挂帅的资助,区里还能再叠一份不", ("汉阳区",)),
        ("大学生OPC,省里(不是市里)项目最多给多少", ("湖北省",)),
        ("我公司在汉阳,市里算力券批了15万,区里还会再给吗", ("汉阳区",)),
        ("我们在汉阳,去年中了省里的揭榜挂帅,区里再配多少", ("汉阳区",)),
        ("武昌算力补60%那武汉市给多少", ("武汉市",)),
        ("省里和市里是不是都能申请", ("湖北省", "武汉市")),
    ],
)
def test_who_gave_already_and_who_is_not_meant_is_not_asked(
    text: str, places: tuple[str, ...]
) -> None:
    assert places_asked(text, Knowledge()) == places
