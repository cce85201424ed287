"""The Blender side of the process border. Only this package and library.blender import bpy."""
