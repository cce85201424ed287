"""Acting, walking, faces and gaze of people, computed in plain NumPy and baked to tracks."""
