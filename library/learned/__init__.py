"""Functions somebody wrote after the library was installed: how they may look, how they run, where they are kept.

They are called by snippets like any other function and are trusted like none: their source is checked against an
allow-list of syntax, and runs only in a sandboxed worker, with library functions and a few plain helpers in reach.
"""
