"""Takes what a web page puts around an article off the article, and leaves the article alone.

Only whole lines go, or tokens at the start of the line under the headline, or advertising
sentences at the end of a line. Nothing happens to a text that does not show that it was copied
from a page: ordinary policy text has none of these marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_HEAD_LINES = 15
_FOOT_LINES = 12

_DATE = r"((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?"
_BREADCRUMB = re.compile(
    r"(您?(当前|现在)?(所在)?的?位置\s*[:：]?\s*)?(网站)?(首页|主页)\s*[>›»＞→/|｜]"
    r"|您?(当前|现在)(所在)?的?位置\s*[:：]"
)
_VIEWS = (
    r"\d+\s*次(?:浏览|阅读)"
    r"|(?:浏览|阅读|点击)(?:次数|数|量)?\s*[:：]\s*\d*\s*次?"
    r"|(?:浏览|阅读|点击)(?:次数|数|量)?\s*\d+\s*次?"
)
_PUBLISHED = rf"(?:发布|发表|更新)(?:时间|日期)\s*[:：]?\s*{_DATE}(?:\s*\d{{1,2}}:\d\d(?::\d\d)?)?"
_FONT_SIZE = (
    r"(?:字体|字号)(?:大小)?\s*[:：]?\s*[\[【(（]?\s*大\s*[|/]?\s*中\s*[|/]?\s*小\s*[\]】)）]?"
)
_BUTTON = (
    r"[\[【]?\s*(?:打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|列表)|收藏|我要纠错)\s*[\]】]?"
    r"|分享(?:到|至)?\s*[:：]?"
)
_SHARE = (
    r"微信(?:好友)?|朋友圈|新浪微博|微博|QQ空间|QQ好友"
    r"|扫一扫(?:在手机上?(?:打开|浏览|查看)?(?:当前|此)?页面?|分享)?"
)
_STRONG_TOKEN = re.compile(rf"{_VIEWS}|{_PUBLISHED}|{_FONT_SIZE}")
_META_TOKEN = re.compile(
    rf"(?:{_VIEWS}|{_PUBLISHED}|{_FONT_SIZE}|(?:{_BUTTON})(?=[\s|｜\[【]|$)"
    r"|(?:文章)?来源\s*[:：]\s*(?P<source>\S+?)(?=发布|发表|浏览|阅读|点击|字体|字号|打印|\s|$)"
    r"|(?:作者|责任编辑|责编|编辑)\s*[:：]\s*\S+(?=\s|$)"
    rf"|{_DATE}\s*\d{{1,2}}:\d\d(?::\d\d)?|[|｜\s]+)"
)
_BUTTON_ROW = re.compile(
    rf"(?:(?:{_FONT_SIZE}|{_BUTTON}|{_SHARE})[\s|｜/]*){{2,}}|扫一扫.{{0,14}}当前页面?"
)
_EDITOR = re.compile(
    r"[（(【\[]?\s*(责任编辑|值班编辑|责编|编辑|校对|监制)\s*[:：丨|]\s*[^。；;]{1,40}$"
)
_RELATED = re.compile(
    r"[-•·*#【\[\s]*(相关(文章|新闻|阅读|推荐|报道|资讯)|热门(文章|新闻|推荐|资讯|排行|阅读)"
    r"|推荐(阅读|文章|新闻|资讯)|最新(文章|资讯)|热点(新闻|排行|推荐)|延伸阅读|往期回顾"
    r"|精彩推荐|编辑推荐|猜你(还)?喜欢|大家都在看)[】\]\s:：>]*$"
)
_NEIGHBOUR = re.compile(r"(上|下)一[篇条]\s*[:：]")
_LINK_ITEM = re.compile(rf"\s*([-•·*>]|\[?{_DATE}|\d{{1,2}}\s*[.、])")
_ADVERTISEMENT = re.compile(
    r"^更多(精彩|新闻|资讯|内容|报道).{0,20}(应用市场|应用商店|客户端|APP|公众号|下载|关注)"
    r"|未经(本报|本网|本站)?(授权|许可)[,，]?(请勿|不得|禁止|严禁)(擅自)?转载"
    r"|^返回搜狐[,，]查看更多|欢迎提供新闻线索|(报料|爆料|新闻)(热线|电话)|^(点击|立即)?下载.{0,12}(客户端|APP).{0,8}看"
)
_CAPTION = re.compile(
    r".{2,60}[（(]\s*((图片?来源|图源|来源)\s*(于|自|[:：])(?!.*(财政|资金|经费|预算|基金))"
    r"|供图|资料图片?|视频截图|[^（()）]{1,16}(供图|摄影?|制图))[^（()）]{0,30}[)）]$"
)
_CLAUSE_MARK = re.compile(
    r"[（(]?[一二三四五六七八九十\d]+[)）、.．]|第.{1,4}[章节条款]|附件|[-*#]\s"
)
_FOOTER = re.compile(r"ICP备|公网安备|网站标识码|版权所有|网站地图|Copyright", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """A text without page chrome, and what the chrome said of it."""

    text: str
    published: date | None = None
    source: str = ""
    is_page: bool = False


def remove_chrome(text: str, *, marks_needed: int = 2) -> Article:
    """Return the article in `text`; every line of it that stays, stays to the letter.

    The text counts as a web page when it shows `marks_needed` different marks of one (bread
    crumbs, view counts, a “related articles” list …); otherwise it comes back unchanged.
    """
    lines = text.split("\n")
    if len(set(_marks(lines))) < marks_needed:
        return Article(text)
    published: date | None = None
    source = ""
    kept: list[str] = []
    for line, in_head in _without_lists(lines):
        if _is_chrome_line(line.strip(), in_head=in_head):
            continue
        rest = line
        if in_head and _STRONG_TOKEN.search(line):
            rest, when, origin = _peel(line)
            published, source = published or when, source or origin
        rest = _without_advertisement(rest)
        if rest.strip() or not line.strip():
            kept.append(rest)
    kept = _without_footer(kept)
    return Article(_joined(kept), published, source, is_page=True)


def _marks(lines: list[str]) -> Iterator[str]:
    for line, in_head in _with_head(lines):
        stripped = line.strip()
        if in_head and _BREADCRUMB.match(stripped):
            yield "breadcrumb"
        if in_head and re.match(_VIEWS, stripped):
            yield "views"
        if in_head and re.search(_PUBLISHED, stripped):
            yield "published"
        if _BUTTON_ROW.fullmatch(stripped):
            yield "buttons"
        if _EDITOR.match(stripped):
            yield "editor"
        if _RELATED.match(stripped) or _NEIGHBOUR.match(stripped):
            yield "related"
        if _ADVERTISEMENT.search(stripped):
            yield "advertisement"


def _with_head(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Pair each line with whether it is one of the first lines that are not blank."""
    seen = 0
    for line in lines:
        seen += bool(line.strip())
        yield line, seen <= _HEAD_LINES


def _without_lists(lines: list[str]) -> list[tuple[str, bool]]:
    """Drop “related articles” and the links under it."""
    marked = list(_with_head(lines))
    kept: list[tuple[str, bool]] = []
    place = 0
    while place < len(marked):
        if not _RELATED.match(marked[place][0].strip()):
            kept.append(marked[place])
            place += 1
            continue
        after = [line for line, _ in marked[place + 1 :]]
        if kept and _only_links(after):
            break
        place += 1
        while place < len(marked) and _LINK_ITEM.match(marked[place][0]):
            place += 1
    return kept


def _only_links(lines: list[str]) -> bool:
    return all(_is_link(line.strip()) for line in lines if line.strip())


def _is_link(line: str) -> bool:
    if line.startswith("附件"):
        return False
    return bool(_LINK_ITEM.match(line)) or (len(line) <= 60 and "。" not in line)


def _is_chrome_line(line: str, *, in_head: bool) -> bool:
    if in_head and _BREADCRUMB.match(line) and len(line) <= 80 and "。" not in line:
        return True
    if _BUTTON_ROW.fullmatch(line) or _EDITOR.match(line) or _NEIGHBOUR.match(line):
        return True
    return _is_caption(line)


def _is_caption(line: str) -> bool:
    """A line that names a picture and, in brackets at its end, where the picture is from."""
    if re.search("[。；;！!？?]", line) or _CLAUSE_MARK.match(line):
        return False
    return bool(_CAPTION.match(line))


def _peel(line: str) -> tuple[str, date | None, str]:
    """Take view counts, publication time, source and buttons off the start of a line."""
    rest, published, source = line.strip(), None, ""
    while rest and (token := _META_TOKEN.match(rest)):
        if found := re.match(_PUBLISHED, token[0]):
            published = published or _as_date(*found.groups())
        source = source or token["source"] or ""
        rest = rest[token.end() :]
    return (rest if rest != line.strip() else line), published, source


def _as_date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _without_advertisement(line: str) -> str:
    """Cut the run of advertising sentences that ends the line, if there is one."""
    sentences = re.split(r"(?<=[。！])", line)
    end = len(sentences)
    for place in reversed(range(len(sentences))):
        sentence = sentences[place].strip()
        if sentence and not _ADVERTISEMENT.search(sentence):
            break
        if sentence:
            end = place
    return "".join(sentences[:end])


def _without_footer(lines: list[str]) -> list[str]:
    filled = [place for place, line in enumerate(lines) if line.strip()]
    foot = set(filled[-_FOOT_LINES:])
    return [
        line
        for place, line in enumerate(lines)
        if not (place in foot and len(line) <= 120 and _FOOTER.search(line))
    ]


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
