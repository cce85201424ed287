"""The storyboard: shots as cards, in a grid, a strip or along time."""
