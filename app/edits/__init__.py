"""Every change to a film, as an object that can be checked, applied, undone, written down and replayed.

`apply` changes the film and returns the edit that takes the change back. Who makes the change is part of the
edit: the crew may replace only what no person wrote and no lock holds (`protected`).
"""

from app.edits.cast import AddCharacter, RemoveCharacter
from app.edits.fields import SetField, protected
from app.edits.order import Arrange, InsertScene, InsertShot, MoveScene, MoveShots, RemoveScene, RemoveShot
from app.edits.remarks import AddProposal, DropProposal, SetRemark
from app.edits.steps import EDIT, AnyEdit, Group, ReplaceFilm
from app.edits.takes import AddTake, DropTake, KeepTake, MeasureShot, SetReview

__all__ = [
    "EDIT",
    "AddCharacter",
    "AddProposal",
    "AddTake",
    "AnyEdit",
    "Arrange",
    "DropProposal",
    "DropTake",
    "Group",
    "InsertScene",
    "InsertShot",
    "KeepTake",
    "MeasureShot",
    "MoveScene",
    "MoveShots",
    "RemoveCharacter",
    "RemoveScene",
    "RemoveShot",
    "ReplaceFilm",
    "SetField",
    "SetRemark",
    "SetReview",
    "protected",
]
