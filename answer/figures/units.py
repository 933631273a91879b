"""The units that figures come in: how they are spelled, what they are called, what they equal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from answer.figures.model import FigureKind

_AMOUNT, _RATE, _PERIOD = FigureKind.AMOUNT, FigureKind.RATE, FigureKind.PERIOD
_QUANTITY, _COUNT = FigureKind.QUANTITY, FigureKind.COUNT


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of figures. `value` of it equals `value * factor` of `base`.

    `han` and `latin` are patterns of its spellings; the characters that a look-ahead forbids make
    another word of it (三家 is a count, 三家庭 is none). An `arabic` unit is one only after Arabic
    digits: 二级 and 三点 are words.
    """

    name: str
    kind: FigureKind
    han: str = ""
    latin: str = ""
    base: str = ""
    factor: Fraction = Fraction(1)
    arabic: bool = False


def _unit(
    kind: FigureKind, name: str, han: str = "", latin: str = "", to: str = "", arabic: bool = False
) -> Unit:
    base, _, factor = to.partition(" ")
    return Unit(name, kind, han, latin, base or name, Fraction(factor or 1), arabic)


def _count(name: str, not_before: str = "", han: str = "", latin: str = "", to: str = "") -> Unit:
    pattern = (han or name) + (f"(?![{not_before}])" if not_before else "")
    return _unit(_COUNT, name, pattern, latin, to)


# The first match counts, so a longer spelling stands before the one that it begins with.
UNITS: tuple[Unit, ...] = (
    _unit(_AMOUNT, "美元", "美元|美金", r"USD|US\$|(?:US )?dollars?"),
    _unit(_AMOUNT, "港元", "港元|港币", r"HKD|HK\$|Hong Kong dollars?"),
    _unit(_AMOUNT, "欧元", "欧元", "EUR|euros?"),
    _unit(_AMOUNT, "日元", "日元", "JPY"),
    _unit(_AMOUNT, "英镑", "英镑", "GBP|pounds sterling"),
    _unit(
        _AMOUNT,
        "元",
        "元人民币|元(?![素器旦件宇锂]|年(?!度))|块钱|块(?=$|[,。;:!?吗呢吧左以的能可租房])|人民币",
        "RMB|CNY|yuan|renminbi",
    ),
    _unit(_RATE, "百分点", "个?百分点", "percentage points?|pp"),
    _unit(_RATE, "基点", "个?基点", "basis points?|bps?", "百分点 1/100"),
    _unit(_RATE, "%", "%", "percent|per cent|pct"),
    _unit(_RATE, "‰", "‰", to="% 1/10"),
    _unit(_RATE, "倍", "倍(?!率)", "fold"),
    _unit(_RATE, "折", "折(?![算旧合现叠射])"),
    _unit(_RATE, "成", "成(?![员果本立长为功都熟效交品绩就人型分])", to="% 10"),
    _unit(_QUANTITY, "岁", "周?岁"),
    _unit(_PERIOD, "年", "整?年(?![级代龄货轻会])|周年", "years?|yrs?", "月 12"),
    _unit(_PERIOD, "个月", "个(?:自然|整)?月", "months?", "月"),
    _unit(_PERIOD, "季度", "个季度", "quarters?", "月 3"),
    _unit(_PERIOD, "工作日", "个?工作[日天]", "(?:working|business)[ -]days?|workdays?"),
    _unit(_PERIOD, "周", "个?星期(?![一二三四五六日天])|个?自然周", "weeks?", "日 7"),
    _unit(_PERIOD, "周", "周(?![期边转末长报密])", to="日 7"),
    _unit(_PERIOD, "日", "个?(?:自然日|日历[日天])|天(?![使然气津域际空])", "(?:calendar )?days?"),
    _unit(_PERIOD, "日", "日(?![常报均本期志])"),
    _unit(_PERIOD, "小时", "个?小时|个?钟头", "hours?|hrs?|h"),
    _unit(_PERIOD, "分钟", "分钟", "minutes?|mins?", "小时 1/60"),
    _unit(_PERIOD, "秒", "秒钟?", "seconds?", "小时 1/3600"),
    _unit(_PERIOD, "毫秒", "毫秒", "milliseconds?|ms", "小时 1/3600000"),
    _unit(_PERIOD, "微秒", "微秒", "microseconds?", "小时 1/3600000000"),
    _unit(_PERIOD, "学年", "个?学年"),
    _unit(_PERIOD, "学期", "个?学期"),
    _unit(_QUANTITY, "卡时", "卡·?时|卡小时", "(?:card|GPU)[ -]hours?"),
    _unit(_QUANTITY, "PFLOPS", latin="PFLOPS|PFlop/s", arabic=True),
    _unit(_QUANTITY, "EFLOPS", latin="EFLOPS|EFlop/s", to="PFLOPS 1000", arabic=True),
    _unit(_QUANTITY, "TFLOPS", latin="TFLOPS", to="PFLOPS 1/1000", arabic=True),
    # Not converted: texts count a kilobyte as 1000 bytes or as 1024 and do not say which.
    _unit(_QUANTITY, "EB", latin="EB", arabic=True),
    _unit(_QUANTITY, "PB", latin="PB", arabic=True),
    _unit(_QUANTITY, "TB", latin="TB", arabic=True),
    _unit(_QUANTITY, "GB", latin="GB", arabic=True),
    _unit(_QUANTITY, "MB", latin="MB", arabic=True),
    _unit(_QUANTITY, "EFLOPS", "E(?![A-Za-z0-9])", to="PFLOPS 1000", arabic=True),
    _unit(_QUANTITY, "PFLOPS", "P(?![A-Za-z0-9])", arabic=True),
    _unit(_QUANTITY, "Gbps", latin="Gbps|Gb/s", arabic=True),
    _unit(_QUANTITY, "Mbps", latin="Mbps|Mb/s", to="Gbps 1/1000", arabic=True),
    _unit(
        _QUANTITY,
        "平方公里",
        "平方公里|平方千米",
        "square kilomet(?:er|re)s?|km²",
        "平方米 1000000",
    ),
    _unit(
        _QUANTITY,
        "平方米",
        "平方米|平方(?![公千分厘毫里])|平米|㎡|(?<=[0-9])平(?=$|[,。;:!?的多左以能可补])",
        "square met(?:er|re)s?|m²",
    ),
    _unit(_QUANTITY, "立方米", "立方米", "cubic met(?:er|re)s?|m³"),
    _unit(_QUANTITY, "公顷", "公顷", "hectares?", "平方米 10000"),
    _unit(_QUANTITY, "亩", "亩", "mu"),
    _unit(_QUANTITY, "公里", "公里|千米", "km|kilomet(?:er|re)s?", "米 1000"),
    _unit(_QUANTITY, "厘米", "厘米", "cm", "米 1/100"),
    _unit(_QUANTITY, "毫米", "毫米", "mm", "米 1/1000"),
    _unit(_QUANTITY, "米", "米(?![粉饭])", "met(?:er|re)s?"),
    _unit(_QUANTITY, "度", "千瓦时", "kWh"),
    _unit(_QUANTITY, "度", "度(?![假过])", arabic=True),
    _unit(_QUANTITY, "千瓦", "千瓦", "kW"),
    _unit(_QUANTITY, "兆瓦", "兆瓦", "MW", "千瓦 1000"),
    _unit(_QUANTITY, "吨标准煤", "吨标准?煤"),
    _unit(_QUANTITY, "吨", "吨", "tonnes?"),
    _unit(_QUANTITY, "公斤", "公斤|千克", "kg"),
    _unit(_QUANTITY, "升", "升(?![级学降格至到值])", arabic=True),
    _unit(_QUANTITY, "参数", "个?参数", "parameters?"),
    _unit(_QUANTITY, "词元", "个?词元", "tokens?"),
    _unit(_QUANTITY, "℃", "℃|摄氏度"),
    _count("人次"),
    _count("名", "单录称校义额", to="人"),
    _count("位", "于置列居移", to="人"),
    _count("人", "工民均才形机事", latin="people|persons?"),
    _count("部门", han="个?部门"),
    _count("部分", han="个?部分"),
    _count("市州", han="个?市州"),
    _count("条款", han="个?条款"),
    _count("个", "", han="个|大(?![于小幅约致概学专一二三多部])|方面"),
    _count("家", "庭长具居电政园族"),
    _count("户", "籍口型外"),
    # “10项目标” counts, “30万项目” is a project of 300,000.
    _count("项", han="项(?!目(?!标))"),
    _count("款", "项式"),
    _count("条", "件例码形"),
    _count("种", "子植苗"),
    _count("类", "似"),
    _count("支", "持付出撑行"),
    _count("只", "有能要是需限"),
    _count("件"),
    _count("套", "餐取现利"),
    _count("场次"),
    _count("场", "景地所馆均"),
    _count("次", "性生品级新"),
    _count("趟"),
    _count("期", "限间货望权内满"),
    _count("届", "满"),
    _count("批次"),
    _count("批", "准复发量示"),
    _count("张"),
    _count("份", "额"),
    _count("座", "谈"),
    _count("所", "有得在需属以谓"),
    _count("台套", han=r"台套|台\(套\)"),
    _count("台", "账阶湾风"),
    _count("辆"),
    _count("架", "构设"),
    _count("艘"),
    _count("部", "署委件队长"),
    _count("处", "理罚置分方"),
    _count("间", "间接断隔"),
    _count("栋"),
    _count("笔", "记试"),
    _count("组", "织建成合"),
    _count("轮", "岗训"),
    _count("门", "槛户诊"),
    _count("篇"),
    _count("本", "科年市地息金次区级省身单"),
    _count("例", "如外"),
    _count("宗", "旨"),
    _count("字", "节符"),
    _count("颗"),
    _count("枚"),
    _count("头", "部条目"),
    _count("对", "接外于口应标象"),
    *(
        _unit(FigureKind.NUMBER, name, f"{name}(?![{not_before}])", arabic=True)
        for name, not_before in (
            ("级", "别"),
            ("号", "召称"),
            ("点", "击名评"),
            ("分", "之别为析类档配布红步工担享期解支包"),
            ("页", "面"),
            ("层", "次"),
            ("档", "案"),
            ("强", "化调制"),
        )
    ),
)
# RMB is how CNY is written most.
CURRENCY_CODES = {"元": "RMB", "美元": "USD", "港元": "HKD", "欧元": "EUR", "英镑": "GBP",
                  "日元": "JPY"}  # fmt: skip
CURRENCY_CODE = "|".join((*CURRENCY_CODES.values(), "CNY"))


@cache
def unit_pattern() -> re.Pattern[str]:
    """Matches any spelling of any unit; `unit_at` names the unit of a match."""
    return re.compile("|".join(f"({_spellings(unit)})" for unit in UNITS))


def _spellings(unit: Unit) -> str:
    latin = rf"(?i:{unit.latin})(?![A-Za-z0-9])" if unit.latin else ""
    return "|".join(filter(None, (unit.han, latin)))


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit that begins at `position` of `text` and where it ends, or None."""
    match = unit_pattern().match(text, position)
    if match is None or match.lastindex is None:
        return None
    return UNITS[match.lastindex - 1], match.end()


@cache
def unit_named(name: str, kind: FigureKind) -> Unit:
    """The unit with that canonical name; a part such as “1/3” is a share of
    100%, and any other that the table does not have stands for itself."""
    for unit in UNITS:
        if unit.name == name and unit.kind is kind:
            return unit
    if name.startswith("1/"):
        return Unit(name, kind, base="%", factor=Fraction(100, int(name[2:])))
    return Unit(name, kind, base=name)
