"""How a character sounds."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Voice(BaseModel):
    """A voice of one engine. pitch, range and rate are the engine's usual 0..100 and words a minute."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    engine: str = "espeak"
    name: str = "en-us+f3"
    pitch: int = Field(50, ge=0, le=99)
    range: int = Field(50, ge=0, le=99)
    rate: int = Field(165, ge=80, le=400)
