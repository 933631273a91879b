"""The hotline desk as a room of the page: for staff, who sign in there."""

from chat.desk_room.render import sign_in_page
from chat.desk_room.room import DeskRoom
from chat.desk_room.routes import staff_routes

__all__ = ["DeskRoom", "sign_in_page", "staff_routes"]
