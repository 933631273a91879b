"""The version of the splitter."""

# Raise it whenever the same text would be split differently: storage built by an older one says
# so and is rebuilt.
SPLITTER_VERSION = 1
