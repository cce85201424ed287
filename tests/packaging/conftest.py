"""The set-up scripts are plain modules beside each other, as Python finds them when it runs one."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent.parent / "packaging"))
