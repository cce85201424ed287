"""Reading what a person hands in: ideas, descriptions, screenplays, shot lists."""
