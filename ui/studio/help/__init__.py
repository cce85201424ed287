"""Help: the guide, the keys, and what the function library says of itself."""
