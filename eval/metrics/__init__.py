"""The measures: each module turns a question and what was given for it into numbers."""
