"""Questions made of several, answered part by part."""
