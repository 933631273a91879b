"""Reading figures: what is one, what is none, and what each one says."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.figures import CalendarDate, Figure, Modality, parse_figures
from answer.figures.numerals import write_numeral

ANNOUNCEMENT = Path(__file__).parents[3] / "corpus" / "announcement-2025-03-10.txt"


def brief(figure: Figure) -> str:
    """One line for a figure: value, unit, modality if it is not exact, 累计, what it is per."""

    def written(value: object) -> str:
        if isinstance(value, CalendarDate):
            return "-".join("?" if part is None else str(part) for part in value.parts()[:3]) + (
                value.part
            )
        return str(value)

    parts = [written(figure.value)]
    if figure.upper is not None:
        parts[0] += ".." + written(figure.upper)
    parts.append(figure.unit or figure.kind)
    if figure.modality is not Modality.EXACT:
        parts.append(figure.modality)
    if figure.cumulative:
        parts.append("cumulative")
    return " ".join(parts + [f"/{name}" for name in figure.per])


def read(text: str) -> list[str]:
    return [brief(figure) for figure in parse_figures(text)]


# Sentences of the corpus with every figure in them.
CORPUS = [
    ("单个项目最高给予2000万元资金支持", ["20000000 元 at_most /个"]),
    ("武汉市智能算力平均利用率上涨近20个百分点。", ["20 百分点 about"]),
    (
        "现有数据中心36个,折算存力9.83EB,推动高性能存储芯片扩大市场覆盖率。",
        ["36 个", "9.83 EB"],
    ),
    ("推动整车厂提升L2以上智驾车型比例", []),
    ("推动公开测试道路里程达4000公里。", ["4000 公里"]),
    ("全球首个千亿参数多模态大模型", ["100000000000 参数"]),
    ("659个中小企业服务站、2498名企业服务专员", ["659 个", "2498 名"]),
    ("正在推动20多个行业大模型的垂直应用", ["20 个 about"]),
    (
        "每年安排总额不低于1000万元的算力服务券,支持中小企业购买算力服务;增强模型创新能力,"
        "每年遴选性能先进的垂直行业模型,对研发成本和算力费力最高累计给予1000万元补助",
        ["10000000 元 at_least cumulative /年", "10000000 元 at_most cumulative"],
    ),
    ("打造3000亿元以上母子基金集群", ["300000000000 元 at_least"]),
    ("仅用60天就高效完成尽调", ["60 日"]),
    ("24小时报料热线027-86777777。", ["24 小时", "02786777777 phone"]),
    (
        "每年1亿元算力券,按实际算力结算费用30%,经评审最高2000万元。",
        ["100000000 元 /年", "30 %", "20000000 元 at_most"],
    ),
    (
        "按采购额最高10%支持,每项目累计不超过1000万元。",
        ["10 % at_most", "10000000 元 at_most cumulative /个"],
    ),
    (
        "到2026年AI标杆场景10个、核心企业100家、产业规模超1000亿元。",
        ["2026-?-? date at_most", "10 个", "100 家", "100000000000 元 more_than"],
    ),
    ("生成式AI产品300余款、生成合成服务3000余个。", ["300 款 about", "3000 个 about"]),
    (
        "2026年6月26日启动,三年定向储备300名AI领域产业技术骨干,每年约100名。",
        ["2026-6-26 date", "3 年", "300 名", "100 名 about /年"],
    ),
    (
        "面向2027至2029届博士毕业生,本年度招全国“双一流”或QS前150海外高校2027年应届博士。",
        ["2027-?-?..2029-?-? date", "150 number", "2027-?-? date"],
    ),
    ("共5部分20项条款。", ["5 部分", "20 项"]),
    ("单家每年最高120万元,最长3年。", ["1200000 元 at_most /个 /年", "3 年 at_most"]),
    ("最高按武汉市实际拨付1:1配套。", ["1:1 ratio at_most"]),
    (
        "2026年8月24日17:30前完成线上申报,逾期不纳入。",
        ["2026-8-24 date at_most", "63000 时刻 at_most"],
    ),
    (
        "研发投入占营收15%及以上的企业,按年研发投入不超过10%补助,最高200万元。",
        ["15 % at_least", "10 % at_most", "2000000 元 at_most"],
    ),
    (
        "超千亿参数通用大模型或超百亿参数行业大模型按研发投入30%补助,累计最高5000万元。",
        [
            "100000000000 参数 more_than",
            "10000000000 参数 more_than",
            "30 %",
            "50000000 元 at_most cumulative",
        ],
    ),
    (
        "年申报智算合同累计50万元(含)以下的中小企业可不超过50%。",
        ["500000 元 at_most cumulative", "50 % at_most"],
    ),
    (
        "按30%或10%分档补贴,叠加算力券最高60%或30%。",
        ["30 %", "10 %", "60 % at_most", "30 % at_most"],
    ),
    (
        "到2025年底智算规模超50EFLOPS,核心产业营收超3900亿元,规上核心企业超700家。",
        [
            "2025-?-?底 date at_most",
            "50 EFLOPS more_than",
            "390000000000 元 more_than",
            "700 家 more_than",
        ],
    ),
    (
        "每年可申请一次免费住宿,每次不超过15天。",
        ["1 次 /年", "15 日 at_most /次"],
    ),
    (
        "全日制硕士免2年、第3年按市场租金70%;1年免租、4年五折。",
        ["2 年", "3 年", "70 %", "1 年", "4 年", "5 折"],
    ),
    (
        "一年内新招用符合条件人员达到在职职工10%(超100人的为5%)并签1年以上劳动合同,"
        "可申请不超过两年、最高500万元贷款贴息。",
        [
            "1 年 at_most",
            "10 %",
            "100 人 more_than",
            "5 %",
            "1 年 at_least",
            "2 年 at_most",
            "5000000 元 at_most",
        ],
    ),
    ("咨询84870307。", ["84870307 phone"]),
    (
        "到2027年培育100亿级产业园5个,产业规模达3500亿元。",
        ["2027-?-? date at_most", "10000000000 级", "5 个", "350000000000 元"],
    ),
    ("建设六个“万人研发基地”", ["6 个"]),
    ("构建“1+3+N”算力平台体系,覆盖全省17个市州。", ["1+3+N number", "17 市州"]),
    ("实施湖北战略人才力量“十百千万”行动", []),
    ("城市内1毫秒、市间3毫秒", ["1 毫秒", "3 毫秒"]),
    ("投用1年以上且整体上架率低于50%的", ["1 年 at_least", "50 % less_than"]),
    ("到2027年SRv6节点占比达90%", ["2027-?-? date at_most", "90 %"]),
    ("面向OPC推出十方面支持;关于支持OPC(一人公司)新模式", ["10 个"]),
    ("每家5万—100万元。", ["50000..1000000 元 /个"]),
    (
        "首期200亿元省技术创新专项贷,1.5%财政贴息,最长2年。",
        ["20000000000 元", "1.5 %", "2 年 at_most"],
    ),
    ("总投资门槛由2000万元降至1000万元。", ["20000000 元", "10000000 元"]),
    (
        "省级再叠加1个百分点贴息,不超过2年;服务平台2年内建设或服务费达2000万元及以上",
        ["1 百分点", "2 年 at_most", "2 年 at_most", "20000000 元 at_least"],
    ),
    (
        "(资本性支出≥2亿元或估值≥20亿元)按总投资40%奖励,最高2亿元。",
        ["200000000 元 at_least", "2000000000 元 at_least", "40 %", "200000000 元 at_most"],
    ),
    (
        "“十五五”时期地区生产总值突破3万亿元。",
        ["3000000000000 元 more_than"],
    ),
    (
        "意见反馈截止2024年4月26日,联系人周前进85316971。",
        ["2024-4-26 date at_most", "85316971 phone"],
    ),
    ("根据武政办〔2023〕85号起草。", ["武政办〔2023〕85号 doc_number"]),
    ("武汉市数据局2025年3月18日起草征求意见稿", ["2025-3-18 date"]),
    (
        "企业使用算力服务费用按50%补助,最高20万元,补助期限不超过三年;责任单位市经信局。",
        ["50 %", "200000 元 at_most", "3 年 at_most"],
    ),
    (
        "算力费用另按每年50%补助,最长三年,累计最高500万元。",
        ["50 % /年", "3 年 at_most", "5000000 元 at_most cumulative"],
    ),
    ("打造2—3个人工智能核心产业园区", ["2..3 个"]),
    (
        "每个集群奖励500万元,单个区合计最高1000万元。",
        ["5000000 元 /个", "10000000 元 at_most cumulative /个"],
    ),
    ("汇聚形成人工智能百亿基金投资生态", ["10000000000 number"]),
    ("自2025年3月19日起施行,有效期2年", ["2025-3-19 date at_least", "2 年"]),
    ("拟支持项目清单向社会公示不少于5个工作日", ["5 工作日 at_least"]),
    ("落实武政规〔2025〕3号第五条数据开发利用条款。", ["武政规〔2025〕3号 doc_number"]),
    ("武汉市数据要素市场化配置改革三年行动计划(2023—2025年)", ["3 年", "2023-?-?..2025-?-? date"]),
    (
        "国有平台和园区提供最高1000平方米、3年免租空间",
        ["1000 平方米 at_most", "3 年"],
    ),
    ("运营主体须注册并实际运营满1年;注册成立不满5年", ["1 年 at_least", "5 年 less_than"]),
    ("地址不跨区且不超过2个。", ["2 个 at_most"]),
    ("地址不可以超过2个。", ["2 个 at_most"]),
    ("员工不允许少于2人。", ["2 人 at_least"]),
    (
        "两基金参与母子基金出资上限原则为规模的20%,在天使基金中可达50%以上。",
        ["20 % at_most", "50 % at_least"],
    ),
    ("实缴1901亿元(4.5倍放大)", ["190100000000 元", "4.5 倍"]),
    (
        "A级不超过1000万元、B级800万元、C级500万元",
        ["10000000 元 at_most", "8000000 元 at_most", "5000000 元 at_most"],
    ),
    (
        "银行收到评价结果后3个工作日完成尽调,7个工作日内给额度并签约。",
        ["3 工作日", "7 工作日 at_most"],
    ),
    ("提供不少于2000卡时免费算力;每年为每家OPC", ["2000 卡时 at_least"]),
    ("分别资助100万元、50万元、20万元。", ["1000000 元", "500000 元", "200000 元"]),
    (
        "享2年且每月不超过2000元免租,第3年按不高于市场租金70%缴纳。",
        ["2 年", "2000 元 at_most /月", "3 年", "70 % at_most"],
    ),
    ("按每平方米1000元补贴,最高10万元。", ["1000 元 /平方米", "100000 元 at_most"]),
    ("单笔最高1000万元,贷款本金损失最高补偿80%。", ["10000000 元 at_most /笔", "80 % at_most"]),
    ("新成立不满一年的可按申报前365天计算。", ["1 年 less_than", "365 日"]),
    ("网上申报时间为3月25日至4月14日(2026年度)", ["?-3-25..?-4-14 date", "2026-?-? date"]),
    ("总数不少于1人、不超过10人。", ["1 人 at_least", "10 人 at_most"]),
    ("每年组织两次及以上集中认定和发布。", ["2 次 at_least /年"]),
    ("集聚10万名以上开源鸿蒙开发者。", ["100000 名 at_least"]),
    (
        "推进“10+2”工作体系:10个领域重点工作,加人才和平台2个方面支撑。",
        ["10+2 number", "10 个", "2 个"],
    ),
    ("三大核心园区各提供超万平方米创业空间。", ["3 个", "10000 平方米 more_than"]),
    ("全市算力规模达到4500PFlops。", ["4500 PFLOPS"]),
    (
        "允许种子基金、天使基金分别最高亏损80%、60%",
        ["80 % at_most", "60 % at_most"],
    ),
    (
        "单户担保上限由1000万元提高到3000万元。",
        ["10000000 元 at_most /个", "30000000 元 at_most /个"],
    ),
    ("按项目近三年投入计算", ["3 年"]),
]


@pytest.mark.parametrize(("text", "figures"), CORPUS)
def test_sentences_of_the_corpus(text: str, figures: list[str]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("20万、50万、100万元", ["200000 元", "500000 元", "1000000 元"]),
        ("100、50、20万元", ["1000000 元", "500000 元", "200000 元"]),
        ("1000-2000万元", ["10000000..20000000 元"]),
        ("5000—1万元", ["5000..10000 元"]),
        ("1亿2000万元", ["120000000 元"]),
        ("二十万元", ["200000 元"]),
        ("人民币贰拾万元整", ["200000 元"]),
        ("三百萬美元", ["3000000 美元"]),
        ("港币50万元", ["500000 元"]),
        ("租算力花了30万能补多少", ["300000 元"]),
        ("研发投入800万做垂直模型能补多少", ["8000000 元"]),
        ("投资三千万建平台,花了30万的算力", ["30000000 元", "300000 元"]),
        ("投入2000万用户", ["20000000 number"]),
        ("超过20万的部分呢?", ["200000 元 more_than"]),
        ("带动就业20万人", ["200000 人"]),
        ("研发成本30%≤500万", ["30 %", "5000000 元 at_most"]),
        ("20万元/年,2000元/月", ["200000 元 /年", "2000 元 /月"]),
        ("30元/平方米/月,50元/人", ["30 元 /平方米 /月", "50 元 /人"]),
        ("连续3年每年不超过20万元,20万元每年", ["3 年", "200000 元 at_most /年", "200000 元 /年"]),
        ("按每新增1000万元奖励10万元", ["10000000 元", "100000 元"]),
        ("直接发100万现金,30%为600万", ["1000000 元", "30 %", "6000000 元"]),
        ("10余万元", ["100000 元 about"]),
        ("50万元以上(不含50万元)", ["500000 元 more_than", "500000 元"]),
        ("节约20%,大约20%,1000元起", ["20 %", "20 % about", "1000 元 at_least"]),
        ("补贴上限:20万元", ["200000 元 at_most"]),
        ("最高补贴:按50%补助", ["50 %"]),
        ("不设上限,奖励20万元", ["200000 元"]),
    ],
)
def test_amounts(text: str, figures: list[str]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("百分之三十", ["30 %"]),
        ("百分之二十至三十", ["20..30 %"]),
        ("20%至30%,20-30%", ["20..30 %", "20..30 %"]),
        ("三成以上,一半,十分之一", ["30 % at_least", "50 %", "10 %"]),
        ("三分之一", ["1 1/3"]),
        ("0.5个百分点", ["0.5 百分点"]),
        ("25个基点,3‰", ["25 基点", "0.3 %"]),
        ("1.5-2倍", ["1.5..2 倍"]),
    ],
)
def test_rates(text: str, figures: list[str]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2025-03-19,2025/3/19,2025.3.19,20250319", ["2025-3-19 date"] * 4),
        ("二〇二五年三月十九日", ["2025-3-19 date"]),
        ("2025年3月—5月", ["2025-3-?..2025-5-? date"]),
        ("2025年3月10—15日", ["2025-3-10..2025-3-15 date"]),
        ("自2025年3月19日起至2027年3月18日", ["2025-3-19..2027-3-18 date"]),
        ("2025年上半年,2025年第一季度,8月上旬", [
            "2025-?-?上半年 date",
            "2025-?-?一季度 date",
            "?-8-?上旬 date",
        ]),
        ("3月10日,12日", ["?-3-10 date", "?-?-12 date"]),
        ("(17:30)前,(按1:1),7时许", ["63000 时刻", "1:1 ratio", "25200 时刻"]),
        ("下午5点半,17时30分", ["63000 时刻", "63000 时刻"]),
        ("中午12点,中午1点,下午1点", ["43200 时刻", "46800 时刻", "46800 时刻"]),
        ("晚上8点,晚上12点,凌晨12点", ["72000 时刻", "86400 时刻", "0 时刻"]),
        ("晚上1点,上午11点,中午11点半", ["3600 时刻", "39600 时刻", "41400 时刻"]),
        ("3日内,15个工作日内,公示5日", ["3 日 at_most", "15 工作日 at_most", "5 日"]),
        ("半年,两年半,一个半月,五个多月", ["0.5 年", "2.5 年", "1.5 个月", "5 个月 about"]),
        ("一至三年,3到5年", ["1..3 年", "3..5 年"]),
        ("6个月至1年", ["6..12 个月"]),
    ],
)  # fmt: skip
def test_dates_times_and_periods(text: str, figures: list[str]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("up to RMB 200,000", ["200000 元 at_most"]),
        ("RMB 10 million, CNY 1.5 billion, USD 3m, 2 million yuan", [
            "10000000 元",
            "1500000000 元",
            "3000000 美元",
            "2000000 元",
        ]),
        ("JPY500, JPY 3m, 2k JPY", ["500 日元", "3000000 日元", "2000 日元"]),
        ("补贴JPY500万", ["5000000 日元"]),
        ("50% or 50 percent", ["50 %", "50 %"]),
        ("no more than three years", ["3 年 at_most"]),
        ("from May 1, 2026 until March 18, 2027", ["2026-5-1..2027-3-18 date"]),
        ("by the end of 2025", ["2025-?-?底 date at_most"]),
        ("659 service stations and 2,498 specialists", ["659 count", "2498 count"]),
        ("at least 20 people and over 80 companies", ["20 人 at_least", "80 count more_than"]),
        ("RMB 1-3 million, between 3 and 5 projects", ["1000000..3000000 元", "3..5 count"]),
        ("up to RMB 500,000 per company per year", ["500000 元 at_most /个 /年"]),
        ("RMB 5 million in total", ["5000000 元 cumulative"]),
        ("5 working days, 2000 card-hours", ["5 工作日", "2000 卡时"]),
        ("10TB-20TB, 50-100PFLOPS", ["10..20 TB", "50..100 PFLOPS"]),
    ],
)  # fmt: skip
def test_english(text: str, figures: list[str]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "第六条 （二） 第（三）项 第十二、十三条",
        "1. 申报\n2、材料\n3)公示;4.拨付",
        "一、支持对象\n二、支持标准",
        "见[1][2]和[1,3]",
        "算力服务券(第六条(二)3) 基础软件(一(一)) 集群(9④)",
        "5G、L2、H100、Q4、DeepSeek-R1、GPT-4o、SRv6、Qwen2.5-72B",
        "https://www.wuhan.gov.cn/202602/t20260214_2730572.shtml",
        "一些、一批、一次性、一方面、同一、统一、第一、首批、一是、第三方",
        "三方、二手、一定、三峡、四川、百姓、千方百计、万科、两岸、五位一体",
        "一个企业、一项政策、单一项目、新一年、三家庭、两天使基金、一波三折、十字路口",
        "数十家、几百人、好几个、若干",
        "Article 6 and Section 2",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("武政规[2025]3号,武政规（2025）3号", ["武政规〔2025〕3号 doc_number"] * 2),
        ("同时废止武科规〔2023〕2号", ["武科规〔2023〕2号 doc_number"]),
        ("拨打12345热线,400-123-4567", ["12345 phone", "4001234567 phone"]),
        ("AI10条、软件十四条", ["10 条", "14 条"]),
        ("不少于一个,至少一家", ["1 个 at_least", "1 家 at_least"]),
        ("第二批,第15届", ["2 批", "15 届"]),
    ],
)
def test_numbers_of_documents_phones_and_turns(text: str, figures: list[str]) -> None:
    assert read(text) == figures


def test_the_announcement_has_no_figure_overlooked() -> None:
    text = ANNOUNCEMENT.read_text(encoding="utf-8")
    covered = {
        position for figure in parse_figures(text) for position in range(figure.start, figure.end)
    }
    left = [
        text[position - 1 : position + 2]
        for position, character in enumerate(text)
        if character.isdigit() and position not in covered
    ]
    assert left == ["L2以", "“5G"]


ALPHABET = "0123456789.,:-—~%万亿千百十一二三年月日个家元最高不低于超过以上至(（)）〔〕第条余 "
PIECES = st.lists(
    st.one_of(
        st.sampled_from([text for text, _ in CORPUS]),
        st.text(ALPHABET, max_size=12),
        st.text(max_size=5),
    ),
    max_size=5,
).map("".join)


@given(PIECES)
def test_figures_slice_the_text_in_order_and_apart(text: str) -> None:
    figures = parse_figures(text)
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert all(figure.text for figure in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))


FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})


@pytest.mark.parametrize("text", [text for text, _ in CORPUS])
def test_full_width_text_reads_the_same(text: str) -> None:
    assert read(text.translate(FULL_WIDTH)) == read(text)


@given(st.integers(3, 10**12))
def test_chinese_numerals_read_as_digits_do(number: int) -> None:
    assert read(f"{write_numeral(number)}元") == read(f"{number}元")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("算力费用50W元", 500_000, "元"),
        ("租金一个月3500块", 3500, "元"),
        ("投资一个亿", 100_000_000, "元"),
        ("合同800万", 8_000_000, "元"),
        ("30万的算力费", 300_000, "元"),
        ("a compute bill of 800k RMB", 800_000, "元"),
        ("一套90平的房子", 90, "平方米"),
        ("3个亿元级项目", 3, "个"),
        ("3个万人基地", 3, "个"),
        ("30万个岗位", 300_000, "个"),
    ],
)
def test_how_askers_write_figures(text: str, value: int, unit: str) -> None:
    found = [(one.value, one.unit) for one in parse_figures(text)]
    assert (Decimal(value), unit) in found


def test_a_range_whose_lower_end_is_included() -> None:
    (figure, _) = parse_figures("投资5000万元（含）至1亿元的，按5%奖励")
    assert (figure.value, figure.upper) == (Decimal(50_000_000), Decimal(100_000_000))
