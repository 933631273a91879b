"""The document library's page: everyone reads, staff change."""

from chat.library_room.room import LibraryRoom, library_style

__all__ = ["LibraryRoom", "library_style"]
