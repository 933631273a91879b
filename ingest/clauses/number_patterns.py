"""The patterns of clause numbers, and of what only looks like one."""

from __future__ import annotations

import re

from .numerals import CHINESE

_CN = f"[{CHINESE}]"
# A number opens a clause only at the start of a line, after a blank, or after these marks.
_AHEAD = r"(?<![^\s。！？!?；;：:”’）)*])"
_GAP = r"[ \t\u3000\xa0]?"
CANDIDATE = re.compile(
    rf"""{_AHEAD}(?:
      (?P<annex>  附{_GAP}[件录表]{_GAP}(?P<annex_n>\d{{1,2}}|{_CN}{{1,3}})? (?=[\s：:.．、*]|$) )
    | (?P<named>  第{_GAP}(?P<named_n>{_CN}{{1,7}}|\d{{1,3}}){_GAP}
                  (?P<unit>分编|编|篇|部分|章|节|条|款) )
    | (?P<comma>  (?P<comma_n>{_CN}{{1,4}}){_GAP}[、．.] )
    | (?P<paren>  [（(]{_GAP}(?P<paren_n>{_CN}{{1,4}}){_GAP}[）)] )
    | (?P<figure> [（(]{_GAP}(?P<figure_n>\d{{1,3}}){_GAP}[）)] )
    | (?P<half>   (?P<half_n>\d{{1,2}}){_GAP}[）)] )
    | (?P<dotted> \d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}(?![\d.．%％:：]) )
    | (?P<bare>   \d{{1,2}}(?=[ \t\u3000\xa0]+[\u4e00-\u9fff]) )
    | (?P<dot>    (?P<dot_n>\d{{1,3}}){_GAP}[.．、] )
    | (?P<circle> [①-⑳] ) | (?P<circled> [⑴-⒇] ) | (?P<stop> [⒈-⒛] ) | (?P<chinese> [㈠-㈩] )
    | (?P<roman>  [Ⅰ-Ⅻ](?={_GAP}[、.．]) )
    | (?P<letter> (?P<letter_n>[A-Za-z]){_GAP}[.．)）、](?=\s|[\u4e00-\u9fff]) )
    | (?P<bracket>【(?P<bracket_n>[^【】\s]{{2,12}})】 )
    | (?P<question>(?:问|问题{_GAP}[\d一二三四五六七八九十]{{1,3}}|Q\d{{0,3}}){_GAP}[：:] )
    | (?P<heading>(?P<level>\#{{1,6}})(?=[ \t\u3000]+\S) )
    )""",
    re.VERBOSE,
)
# What follows a reference to a clause rather than the clause: “（二）项规定”, “第一条、第二条所称”.
REFERENCE = re.compile(
    r"项(?!目)|款(?![项式])|[、，,；;）)。]|规定的|所[列述称规]|中[的所]|[至或和及][（(第]|班(?!子)"
)
NAMED_REFERENCE = re.compile(r"[、，,；;）)。的款项]|第|规定|所[列述称规]|[至或和及与]第?[（(第]?")
# 第…条 also counts lines and roads, 第…节 lessons, 第…部分 shares, 第…编 editors.
NOT_NAMED = {
    "条": re.compile(
        r".{0,3}(?:[产水航主红底]线|线路|铁路?|公路|高速|跑道|隧道|赛道|通道|街|河|路径"
        r"|措施|建议|消息|意见|经验|理由|短信|微博|新闻|评论)"
    ),
    "节": re.compile(r"[能约日课假水目省点]"),
    "章": re.compile(r"[鱼程节]"),
    "编": re.compile(r"[辑制号写码队]"),
    "篇": re.compile(r"[文章幅]"),
}
FIGURE_UNIT = re.compile(r"\s?(?:[万亿元%％倍个户家人年天岁米公千百吨]|小时|分钟)")
