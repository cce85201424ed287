"""Finding out what a model can do by asking it for something only that ability gives."""

from __future__ import annotations

import io
import json
from typing import Any, Literal

from PIL import Image
from pydantic import BaseModel, ValidationError

from agents.model.caller import Call, Caller
from agents.model.capabilities import ABILITIES, Ability
from agents.model.faults import Fault
from agents.model.messages import Message, Picture, user
from agents.model.schema import wanted
from agents.model.settings import Endpoint
from agents.model.transport import Received

# Room for models that think before they answer.
ANSWER_TOKENS = 1024
TOOL = {
    "type": "function",
    "function": {
        "name": "note",
        "description": "Takes down a word.",
        "parameters": {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]},
    },
}


class Lamp(BaseModel):
    """An answer nobody gives who does not know its schema."""

    lamp_state: Literal["shuttered", "unshuttered"]


def _picture() -> Picture:
    made = io.BytesIO()
    Image.new("RGB", (64, 64), (220, 20, 20)).save(made, "PNG")
    return Picture(made.getvalue())


def _task(ability: Ability) -> tuple[Message, dict[str, Any]]:
    if ability == "json_schema":
        return user("Is a lamp whose shutter is open shuttered? Answer in JSON."), {"response_format": wanted(Lamp)}
    if ability == "json_mode":
        text = 'Which colour has ripe grass? Answer with a JSON object with the one key "colour".'
        return user(text), {"response_format": {"type": "json_object"}}
    if ability == "vision":
        return user("Which colour fills this picture? Answer with the name of the colour.", _picture()), {}
    # Whole answers, since servers differ in how they stream tool calls.
    return user("Take down the word lamp."), {"tools": [TOOL], "tool_choice": "required", "stream": False}


def _shown(ability: Ability, received: Received) -> bool:
    if ability == "tools":
        return received.tool_calls > 0
    if ability == "vision":
        return "red" in received.text.lower()
    try:
        data = json.loads(received.text)
        return isinstance(data, dict) if ability == "json_mode" else bool(Lamp.model_validate(data))
    except (ValueError, ValidationError):
        return False


async def supports(caller: Caller, endpoint: Endpoint, ability: Ability) -> bool:
    """Whether the model has an ability; asks it the first time only. Raises Fault where it cannot be reached."""
    known = caller.capabilities.of(endpoint).known
    if ability in known:
        return known[ability]
    async with caller.probing(endpoint):
        if ability not in known:
            known[ability] = await _try(caller, endpoint, ability)
            caller.capabilities.save()
    return known[ability]


async def _try(caller: Caller, endpoint: Endpoint, ability: Ability) -> bool:
    message, extra = _task(ability)
    kind = "vision" if ability == "vision" else "text"
    call = Call("probe", kind, endpoint, [message], min(ANSWER_TOKENS, endpoint.answer_tokens), extra)
    try:
        return _shown(ability, await caller.complete(call))
    except Fault as fault:
        if fault.parameter is None:
            raise
        return False


async def probe(caller: Caller, endpoint: Endpoint) -> dict[Ability, bool]:
    """All abilities of a model. Raises Fault where it cannot be reached."""
    return {ability: await supports(caller, endpoint, ability) for ability in ABILITIES}
