"""Everything people can do. Importing this package fills `ACTIONS`: every module here that uses
`@action` is found by itself."""

import importlib
import pkgutil

from library.motion.actions.registry import ACTIONS, Act, Action, UnknownAction, action, find, rng_of

for _module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
    if _module != "registry":
        importlib.import_module(f"{__name__}.{_module}")

__all__ = ["ACTIONS", "Act", "Action", "UnknownAction", "action", "find", "rng_of"]
