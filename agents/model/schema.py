"""The JSON schema of an answer as models are told it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel


def wanted(answer: type[BaseModel]) -> dict[str, Any]:
    """The `response_format` that makes an endpoint keep to the schema of `answer`.

    Strict where every object has fixed fields: strict mode wants each field required and no others, so a field
    with a default has to be given too.
    """
    schema = answer.model_json_schema()
    strict = _closed(schema)
    return {
        "type": "json_schema",
        "json_schema": {
            "name": answer.__name__[:64],
            "schema": _strict(schema) if strict else schema,
            "strict": strict,
        },
    }


def described(answer: type[BaseModel]) -> str:
    """What a model without schema support is told about the answer."""
    schema = json.dumps(answer.model_json_schema(), ensure_ascii=False)
    return f"Answer with one JSON object and nothing else. It has to be valid under this JSON schema:\n{schema}"


def _closed(node: Any) -> bool:
    if isinstance(node, list):
        return all(_closed(each) for each in node)
    if not isinstance(node, dict):
        return True
    if node.get("type") == "object" and ("properties" not in node or node.get("additionalProperties")):
        return False
    return all(_closed(each) for name, each in node.items() if name not in ("default", "examples", "const", "enum"))


def _strict(node: Any, names: bool = False) -> Any:
    """`names`: the keys of this dict are names of fields and not keywords of the schema."""
    if isinstance(node, list):
        return [_strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {name: _strict(each) for name, each in node.items()}
    made = {
        k: _strict(v, k in ("properties", "$defs")) for k, v in node.items() if k not in ("default", "discriminator")
    }
    if "oneOf" in made:
        made["anyOf"] = made.pop("oneOf")
    if "properties" in made:
        made |= {"required": list(made["properties"]), "additionalProperties": False}
    return made
