"""Light as data: which lamps a mood, a place and the people ask for."""
