"""Trying a model as it is set up: is it there, does the key fit, what can it do."""

from __future__ import annotations

import asyncio
import importlib
import tempfile
import time
from pathlib import Path

from agents.model.settings import Endpoint, Kind, ModelSettings
from ui.studio.language import mark, tr

ABILITIES = {
    "json_schema": mark("answers by schema"),
    "json_mode": mark("answers in JSON"),
    "vision": mark("sees pictures"),
    "tools": mark("calls functions"),
}


async def attempt(endpoint: Endpoint, kind: Kind, key: str = "") -> str:
    """Asks a model what shows that it works; a few short calls, without the budget of a film. key: one that is not
    kept yet. Returns what was found, in words. Raises ShotwrightError."""
    client_module = await asyncio.to_thread(importlib.import_module, "agents.model.client")
    from agents.model.capabilities import CapabilityStore
    from agents.model.keys import Keys

    settings = ModelSettings(kinds={kind: endpoint})
    store = CapabilityStore()
    store.forget(endpoint)
    keys = Keys(environ={endpoint.key: key}) if key and endpoint.key else Keys()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        async with client_module.ModelClient(settings, Path(folder), keys=keys, capabilities=store) as client:
            if kind == "embedding":
                made = await client.embed("test", ["a lamp"])
                found = tr("vectors of {n} numbers").format(n=made.shape[1])
            elif kind == "speech":
                made = await client.speak("test", "One, two.", "alloy")
                found = tr("speaks ({kb} kB of sound)").format(kb=len(made) // 1000)
            else:
                able = await client.probe("test", kind)
                found = ", ".join(tr(text) for name, text in ABILITIES.items() if able.get(name)) or tr("plain answers")
                if kind == "vision" and not able.get("vision"):
                    found = tr("it answers, but it does not see pictures")
            price = client.prices.find(endpoint)
    took = tr("{seconds:.1f} s").format(seconds=time.monotonic() - began)
    cost = tr("free, on this machine") if endpoint.local else tr("price known") if price else tr("price not known")
    return tr("It works: {found}. {took}, {cost}.").format(found=found, took=took, cost=cost)


async def offered(endpoint: Endpoint, key: str = "") -> list[str]:
    """Names of the models at an address. Raises ShotwrightError."""
    client_module = await asyncio.to_thread(importlib.import_module, "agents.model.client")
    from agents.model.keys import Keys

    keys = Keys(environ={endpoint.key: key}) if key and endpoint.key else Keys()
    with tempfile.TemporaryDirectory() as folder:
        async with client_module.ModelClient(ModelSettings(), Path(folder), keys=keys) as client:
            return await client.offered(endpoint)
