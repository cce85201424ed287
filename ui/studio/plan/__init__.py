"""The floor plan: the stage of a shot from above, to be changed by hand."""
