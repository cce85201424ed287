"""Documentation of the Blender that is running: types, properties, functions, operators and its Python modules.

Read from Blender itself, so it is always that of the right version. What belongs to Blender's own windows (panels,
menus, headers) is left out.
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Any

import bpy

WINDOW_PARTS = {"Panel", "Menu", "Header", "UIList", "AssetShelf", "FileHandler", "Operator", "KeyingSetInfo"}
MODULES = (
    "mathutils", "mathutils.geometry", "mathutils.noise", "mathutils.kdtree", "mathutils.bvhtree",
    "mathutils.interpolate", "bpy_extras.anim_utils", "bpy_extras.mesh_utils", "bpy_extras.object_utils",
    "bpy_extras.view3d_utils", "bpy_extras.image_utils", "bpy_extras.id_map_utils", "bmesh", "bmesh.ops",
    "bmesh.types", "bmesh.utils", "bpy.path",
)  # fmt: skip
BOILERPLATE = {"input_template", "output_template", "is_registered_node_type", "bl_rna", "rna_type"}
"""Said of hundreds of types in the same words."""

CHUNK = 900
"""Characters of properties that are told together."""

CHOICES = 24
"""Choices of an enumeration that are named."""

Entry = dict[str, str]
"""kind ("type", "function", "operator", "module"), name (the full name in Python) and text."""


def version() -> str:
    """Blender's version, for example "5.2.0"."""
    return bpy.app.version_string


def documentation() -> list[Entry]:
    """Everything that is documented, sorted by name. Takes a second or two."""
    found = [*_types(), *_operators(), *_modules()]
    return sorted(found, key=lambda entry: (entry["name"], entry["text"]))


# ---- types


def _types() -> Iterator[Entry]:
    yield from _members(bpy.types.bpy_struct, "bpy.types.bpy_struct")
    yield from _members(bpy.types.bpy_prop_collection, "bpy.types.bpy_prop_collection")
    for name in dir(bpy.types):
        made = getattr(bpy.types, name)
        rna = getattr(made, "bl_rna", None)
        if rna is None or WINDOW_PARTS & {each.identifier for each in _line(rna)}:
            continue
        full = f"bpy.types.{rna.identifier}"
        kind = " > ".join(each.identifier for each in reversed(_line(rna)))
        yield from _properties(full, f"{rna.name}. {_sentence(rna.description)} Type: {kind}.", _own(rna, "properties"))
        for function in _own(rna, "functions"):
            if function.identifier not in BOILERPLATE:
                yield _entry("function", f"{full}.{function.identifier}", _function(function))
        yield from _members(made, full, inherited=False)


def _line(rna: Any) -> list[Any]:
    """A type and the types it is one of, the nearest first."""
    found = []
    while rna is not None:
        found.append(rna)
        rna = rna.base
    return found


def _own(rna: Any, what: str) -> list[Any]:
    """The properties or functions that a type does not have from its base."""
    inherited = set(getattr(rna.base, what).keys()) if rna.base else set()
    return [each for each in getattr(rna, what) if each.identifier not in inherited and each.identifier != "rna_type"]


def _properties(full: str, heading: str, properties: Iterable[Any]) -> Iterator[Entry]:
    """A type's own entry, and more of them where it has many properties."""
    lines, size = [heading], len(heading)
    for line in (_property(each) for each in properties):
        if size + len(line) > CHUNK and len(lines) > 1:
            yield _entry("type", full, "\n".join(lines))
            lines, size = [heading], len(heading)
        lines.append(line)
        size += len(line)
    yield _entry("type", full, "\n".join(lines))


def _property(each: Any) -> str:
    mode = ", read-only" if each.is_readonly else ""
    return f"{each.identifier} ({_kind(each)}{mode}): {_said(each)}"


def _said(each: Any) -> str:
    """What a property is called and does, with its choices."""
    text = _sentence(each.description) or f"{each.name}."
    if each.description and each.name.casefold() != each.identifier.replace("_", " ").casefold():
        text = f"{each.name}: {text}"
    choices = [item.identifier for item in each.enum_items] if each.type == "ENUM" else []
    if choices:
        more = f" and {len(choices) - CHOICES} more" if len(choices) > CHOICES else ""
        text += f" One of {', '.join(choices[:CHOICES])}{more}."
    return text


def _kind(each: Any) -> str:
    """A property's kind with length, unit and range, for example "float[3], m" or "int, 1 to 64"."""
    if each.type in ("POINTER", "COLLECTION"):
        kind = each.fixed_type.identifier
        return f"collection of {kind}" if each.type == "COLLECTION" else kind
    if each.type not in ("INT", "FLOAT"):
        return {"STRING": "str", "BOOLEAN": "bool", "ENUM": "enum"}.get(each.type, each.type.lower())
    text = each.type.lower() + (f"[{each.array_length}]" if each.is_array else "")
    if each.unit not in ("NONE", ""):
        text += f", {each.unit.lower().replace('_', ' ')}"
    low, high = each.soft_min, each.soft_max
    if abs(low) < 1e6 and abs(high) < 1e6:
        text += f", {low:g} to {high:g}"
    return text


def _function(function: Any) -> str:
    """A function as it is called, what it does, and its arguments and results."""
    arguments = [each for each in function.parameters if not each.is_output]
    results = [each for each in function.parameters if each.is_output]
    shown = ", ".join(each.identifier if each.is_required else f"{each.identifier}=..." for each in arguments)
    lines = [f"{function.identifier}({shown}): {_sentence(function.description)}"]
    lines += [f"{each.identifier} ({_kind(each)}): {_said(each)}" for each in arguments]
    lines += [f"returns {each.identifier} ({_kind(each)}): {_said(each)}" for each in results]
    return "\n".join(lines)


# ---- what is written in C or Python


def _members(made: type, full: str, inherited: bool = True) -> Iterator[Entry]:
    """Methods and attributes with a docstring of their own."""
    names = dir(made) if inherited else list(vars(made))
    for name in names:
        if name.startswith(("_", "bl_rna")) or name in BOILERPLATE:
            continue
        text = _plain(inspect.getdoc(getattr(made, name, None)))
        if text:
            yield _entry("function", f"{full}.{name}", text)


def _modules() -> Iterator[Entry]:
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        yield _entry("module", module_name, _plain(module.__doc__))
        for name in dir(module):
            made = getattr(module, name)
            if name.startswith("_") or inspect.ismodule(made):
                continue
            if inspect.isclass(made):
                yield _entry("type", f"{module_name}.{name}", _plain(made.__doc__))
                yield from _members(made, f"{module_name}.{name}", inherited=False)
            elif callable(made):
                yield _entry("function", f"{module_name}.{name}", _called(name, made) + _plain(inspect.getdoc(made)))


def _called(name: str, made: Any) -> str:
    try:
        return f"{name}{inspect.signature(made)}\n"
    except (ValueError, TypeError):
        return ""


def _operators() -> Iterator[Entry]:
    for group in dir(bpy.ops):
        for name in dir(getattr(bpy.ops, group)):
            rna = getattr(getattr(bpy.ops, group), name).get_rna_type()
            lines = [f"{rna.name}. {_sentence(rna.description)}"]
            lines += [_property(each) for each in rna.properties if each.identifier != "rna_type"]
            yield _entry("operator", f"bpy.ops.{group}.{name}", "\n".join(lines))


# ---- words


def _entry(kind: str, name: str, text: str) -> Entry:
    return {"kind": kind, "name": name, "text": text.strip()}


def _sentence(text: str) -> str:
    text = " ".join((text or "").split())
    return text if not text or text.endswith((".", "!", "?", ")")) else f"{text}."


def _plain(text: str | None) -> str:
    """A docstring in reStructuredText, readable as it is."""
    text = re.sub(r"^\.\. (?:(?:class)?method|function|class|attribute|data)::\s*", "", text or "", flags=re.M)
    text = re.sub(r":(?:class|meth|func|mod|attr|data|ref|exc):`([^`<]+)(?:\s*<[^>]*>)?`", r"\1", text)
    text = re.sub(r"^\s*:(?:arg|param) ", "", text, flags=re.M)
    text = re.sub(r"^\s*:(?:type|rtype)\b.*$\n?", "", text, flags=re.M)
    text = re.sub(r"^\s*:return: ", "returns: ", text, flags=re.M)
    text = re.sub(r"``([^`]+)``", r"\1", text)
    return re.sub(r"\n\s*\n+", "\n", text).strip()
