"""The describer."""
def describe_scene(text, catalogue): raise NotImplementedError
