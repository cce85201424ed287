"""The Blender side of the process border: `python -m render.worker` reads jobs and sends events."""
