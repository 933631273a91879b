"""Who may use what on the page: the cookie of a session, and what is for staff only."""

from chat.access.body_limit import BodyLimit
from chat.access.door import COOKIE, Door, NotSignedIn
from chat.access.middleware import SameOrigin, SignInFirst, StaffUploads
from chat.access.routes import sign_in_routes

__all__ = [
    "COOKIE",
    "BodyLimit",
    "Door",
    "NotSignedIn",
    "SameOrigin",
    "SignInFirst",
    "StaffUploads",
    "sign_in_routes",
]
