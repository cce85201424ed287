"""What a worker may do, enforced by the operating system on the worker itself: the last wall round generated code.

`confine` takes rights away and can never give them back. Each layer says whether it is there: nothing that a
platform does not offer is passed over in silence. Standard library only, and never Blender's modules.
"""

from render.sandbox.confine import confine
from render.sandbox.layers import Layer
from render.sandbox.outputs import check_event, folders

__all__ = ["Layer", "check_event", "confine", "folders"]
