"""The region that is proposed for a document which names none: that of who issued it."""

from __future__ import annotations

import re

from answer.understanding.places import is_within, named_places


def region_of(issuing_body: str) -> str:
    """The narrowest place that the body, or the bodies, name: 武昌区 of 武汉市武昌区人民政府.

    Empty where none is named, and where bodies of several places stand side by side.
    """
    bodies = [one for one in re.split(r"[、,，;；\s]", issuing_body) if one.strip()]
    if len(bodies) > 1:
        of_each = {region_of(one) for one in bodies}
        return of_each.pop() if len(of_each) == 1 else ""
    places = {place.name for place in named_places(issuing_body)}
    narrowest = [one for one in places if all(is_within(one, other) for other in places)]
    return narrowest[0] if narrowest else ""
