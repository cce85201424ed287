"""The screenwriter."""
def write(text, seed, catalogue, most): raise NotImplementedError
