"""Geometry as numbers: meshes, shapes and signed distance fields. NumPy only."""
