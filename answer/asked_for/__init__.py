"""What a question demands of what answers it: a figure, an act, a grade, a person, its group."""
