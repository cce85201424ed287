"""Props by name. Every module of this package registers the props it builds; a new one is found by itself."""

import pkgutil
from importlib import import_module

from library.props.model import PROPS, Lit, Prop, Sit, prop

for _module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")

__all__ = ["PROPS", "Lit", "Prop", "Sit", "prop"]
