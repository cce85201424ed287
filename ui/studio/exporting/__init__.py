"""The export dialog: what to write, how, what stands in the way."""
