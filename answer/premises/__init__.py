"""What a question takes for granted, confirmed or corrected by a clause."""
