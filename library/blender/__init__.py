"""The only part of the library that talks to Blender: data in, Blender objects out."""
