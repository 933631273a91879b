"""The document library's page: everyone reads, staff change."""

from chat.library_room.room import LibraryRoom

__all__ = ["LibraryRoom"]
