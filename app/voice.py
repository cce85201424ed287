"""How a character sounds."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Voice(BaseModel):
    """A voice of one engine. Engines ignore what they have no use for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    engine: str = "espeak"
    name: str = Field("en-us+f3", description="the engine's own name; for espeak a language, '+' and a variant")
    pitch: int = Field(50, ge=0, le=99, description="50 is the named voice's own pitch; 50 steps are about an octave")
    range: int = Field(50, ge=0, le=99, description="how far the melody swings; 50 is the voice's own")
    rate: int = Field(165, ge=80, le=400, description="words a minute")
    tract: float = Field(
        1.0, ge=0.8, le=1.3, description="resonances relative to the named voice's: above 1 a smaller head"
    )
