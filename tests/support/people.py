"""Looks that the tests of people share."""

from app.look import Look

LOOKS = {
    "woman": Look(gender="female", years=30, height=1.66, hair="bob", outfit="dress", glasses=True),
    "man": Look(gender="male", years=45, height=1.84, build=0.8, hair="side_part", beard="short", outfit="suit"),
    "child": Look(gender="female", years=8, height=1.24, hair="braids", outfit="hoodie", hat="cap"),
}
