"""English names of places and departments that policies of Wuhan speak of; they are facts."""

from __future__ import annotations

import re

_PLACES = {
    "全国": "China",
    "湖北省": "Hubei Province",
    "武汉市": "Wuhan",
    "北京市": "Beijing",
    "上海市": "Shanghai",
    "深圳市": "Shenzhen",
    "杭州市": "Hangzhou",
    "北京经开区": "Beijing E-Town",
    "东湖高新区": "East Lake High-tech Development Zone",
    "武汉东湖新技术开发区": "East Lake High-tech Development Zone",
    "武汉经开区": "Wuhan Economic and Technological Development Zone",
    "东湖风景区": "East Lake Scenic Area",
    "长江新区": "Changjiang New Area",
    "江岸区": "Jiang'an District",
    "江汉区": "Jianghan District",
    "硚口区": "Qiaokou District",
    "汉阳区": "Hanyang District",
    "武昌区": "Wuchang District",
    "青山区": "Qingshan District",
    "洪山区": "Hongshan District",
    "东西湖区": "Dongxihu District",
    "汉南区": "Hannan District",
    "蔡甸区": "Caidian District",
    "江夏区": "Jiangxia District",
    "黄陂区": "Huangpi District",
    "新洲区": "Xinzhou District",
}
_DEPARTMENTS = {
    "经信局": "Bureau of Economy and Information Technology",
    "经济和信息化局": "Bureau of Economy and Information Technology",
    "科创局": "Bureau of Science, Technology and Innovation",
    "科技创新局": "Bureau of Science, Technology and Innovation",
    "数据局": "Data Bureau",
    "财政局": "Finance Bureau",
    "人社局": "Bureau of Human Resources and Social Security",
    "人力资源和社会保障局": "Bureau of Human Resources and Social Security",
    "商务局": "Commerce Bureau",
    "发改委": "Development and Reform Commission",
    "发展和改革委员会": "Development and Reform Commission",
    "住建局": "Bureau of Housing and Urban-Rural Development",
    "教育局": "Education Bureau",
    "卫健委": "Health Commission",
    "市政府国资委": "State-owned Assets Supervision and Administration Commission",
}
_LEVELS = {"市": "Municipal", "省": "Provincial", "区": "District", "武汉市": "Wuhan Municipal"}
_SEPARATORS = re.compile("[、，,/]|以及|和|及|与")
_AND_OTHERS = re.compile("等(?:[区地]|部门|单位)?$")


def english_place(name: str) -> str:
    """The English name of a region, or the Chinese one where none is known."""
    return _PLACES.get(name, name)


def english_names(text: str) -> str:
    """A list of places or departments in English; "" unless every member of it is known."""
    members = [part.strip() for part in _SEPARATORS.split(_AND_OTHERS.sub("", text.strip()))]
    names = [_name(member) for member in members if member]
    return ", ".join(names) if names and all(names) else ""


def _name(text: str) -> str:
    if text in _PLACES:
        return _PLACES[text]
    if text in _DEPARTMENTS:
        return _DEPARTMENTS[text]
    for level in sorted(_LEVELS, key=len, reverse=True):
        if text.startswith(level) and text.removeprefix(level) in _DEPARTMENTS:
            return f"{_LEVELS[level]} {_DEPARTMENTS[text.removeprefix(level)]}"
    return ""
