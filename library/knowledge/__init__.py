"""What the crew can look up: Blender's documentation, the function library, the catalogue, film craft, and what this
person added or made before.

`Knowledge` keeps the index and answers `retrieve(role, query, k)`; every answer is a `Passage` with title, source,
text and score. It needs no model and no network. The index is made in the background the first time it is asked for;
what is not in it yet is not found, and nobody waits.
"""

from library.knowledge.knowledge import Knowledge, default_folder
from library.knowledge.passages import SOURCES, Passage, Source
from library.knowledge.roles import ROLES, leanings
from library.knowledge.shelf import Shelf

__all__ = ["ROLES", "SOURCES", "Knowledge", "Passage", "Shelf", "Source", "default_folder", "leanings"]
