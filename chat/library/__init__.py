"""The document library behind the page: what is listed, staged, saved, changed. No components."""
