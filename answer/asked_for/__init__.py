"""What a question demands of a statement that answers it: a figure, an act, a grade, a person."""
