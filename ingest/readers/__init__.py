"""One module per file type. Each has `read(path, on_page)` and imports its own library."""
