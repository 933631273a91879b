"""“What support is there?”: the grants of a document, of a field or of a place, told whole."""

from answer.grants.scope import Scope, scope_of
from answer.grants.telling import MOST_LINES, grants_told

__all__ = ["MOST_LINES", "Scope", "grants_told", "scope_of"]
