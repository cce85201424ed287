"""Playing the film: the animatic with sound, or stills where there is none."""
