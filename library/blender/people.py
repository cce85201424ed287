"""A built person as Blender objects: an armature, one skinned mesh, and what rides on the head."""

from __future__ import annotations

from dataclasses import dataclass, replace

import bpy
import numpy as np
from mathutils import Matrix

from library.blender.realise import mesh_object
from library.cast.person import Person, Rig
from library.geometry.mesh import MeshData

PREFIX = "mixamorig:"


@dataclass(frozen=True)
class PersonObjects:
    """armature; head (the object with every shape key of the face); parts by their names."""

    armature: bpy.types.Object
    head: bpy.types.Object
    parts: dict[str, bpy.types.Object]


def realise_person(name: str, person: Person, collection: bpy.types.Collection | None = None) -> PersonObjects:
    """Puts `person` into `collection` (the scene's where None), standing at the origin, facing -y.

    Skinned parts get an armature modifier that preserves volume; the others are children of their bone.
    """
    collection = collection or bpy.context.scene.collection
    armature = _armature(name, person.rig, collection)
    parts = {}
    for part in person.parts:
        data = part.mesh
        if part.bone is None:
            data = _renamed(data)
        out = mesh_object(f"{name} {part.name}", data, collection)
        if part.bone is None:
            out.parent = armature
            modifier = out.modifiers.new("Armature", "ARMATURE")
            modifier.object = armature
            modifier.use_deform_preserve_volume = True
            _drive_sitting(out, armature)
        else:
            _hang(out, armature, person.rig, part.bone)
        parts[part.name] = out
    return PersonObjects(armature, parts["head"], parts)


def _renamed(data: MeshData) -> MeshData:
    return replace(data, bones=[PREFIX + b for b in data.bones])


def _drive_sitting(body: bpy.types.Object, armature: bpy.types.Object) -> None:
    """Skirts and coats take their seated shape as both thighs rise."""
    keys = body.data.shape_keys
    if keys is None or "sit" not in keys.key_blocks:
        return
    driver = keys.key_blocks["sit"].driver_add("value").driver
    for name, side in (("a", "Left"), ("b", "Right")):
        variable = driver.variables.new()
        variable.name, variable.type = name, "TRANSFORMS"
        target = variable.targets[0]
        target.id, target.bone_target = armature, f"{PREFIX}{side}UpLeg"
        target.transform_type, target.transform_space = "ROT_X", "LOCAL_SPACE"
    driver.expression = "min(max(0.38 * (a + b), 0), 1)"


def _armature(name: str, rig: Rig, collection: bpy.types.Collection) -> bpy.types.Object:
    data = bpy.data.armatures.new(name)
    out = bpy.data.objects.new(name, data)
    collection.objects.link(out)
    layer = bpy.context.view_layer
    before = layer.objects.active
    layer.update()
    layer.objects.active = out
    bpy.ops.object.mode_set(mode="EDIT")
    made = []
    for i, bone in enumerate(rig.names):
        each = data.edit_bones.new(PREFIX + bone)
        each.head, each.tail = rig.heads[i], rig.tails[i]
        each.align_roll(rig.axes[i][:, 2])
        if rig.parents[i] >= 0:
            each.parent = made[rig.parents[i]]
        made.append(each)
    bpy.ops.object.mode_set(mode="OBJECT")
    layer.objects.active = before
    for bone in out.pose.bones:
        bone.rotation_mode = "QUATERNION"
    out.hide_render = True
    return out


def _hang(part: bpy.types.Object, armature: bpy.types.Object, rig: Rig, bone: str) -> None:
    """Parents an object to a bone so that at rest its vertices stay where they are."""
    i = rig.index(bone)
    tail = np.eye(4)
    tail[:3, :3], tail[:3, 3] = rig.axes[i], rig.tails[i]
    part.parent, part.parent_type, part.parent_bone = armature, "BONE", PREFIX + bone
    part.matrix_parent_inverse = Matrix(np.linalg.inv(tail).tolist())
