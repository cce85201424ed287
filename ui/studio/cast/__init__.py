"""The people of the film: how they look, sound and who they are."""
