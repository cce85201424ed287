"""Everything about the selected shot: guidance, program, dialogue, review, takes."""
