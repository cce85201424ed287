"""Hostile snippets: each is stopped before it runs, or at its first step too far, and by the layer named here."""

from __future__ import annotations

import asyncio

import pytest

from app.document import Program
from app.errors import ShotwrightError
from library.snippets import check_snippet, guard, guards
from render.pool import WorkerPool
from render.protocol import StageJob, StageSpec, TierSpec

KNOWN = {"use_place"}

CHECKER = {
    "import": "import os",
    "import from": "from os import system",
    "import by dunder": "__import__('os').system('true')",
    "dunder walk from a tuple": "().__class__.__bases__[0].__subclasses__()",
    "dunder walk from a text": "''.__class__.__mro__[1]",
    "globals of a function": "use_place.__globals__['__builtins__']",
    "builtins by name": "__builtins__",
    "full-width underscores": "＿＿import＿＿('os')",
    "getattr": "getattr(stage, '__class__')",
    "getattr on the stage": "use_place(stage, getattr)",
    "format string": "'{0.__class__.__init__.__globals__}'.format(stage)",
    "f-string": "f'{stage.__class__}'",
    "template string": "t'{stage}' if 1 else 2",
    "percent format": "'%s' % stage",
    "list comprehension": "[c for c in ().__class__.__base__.__subclasses__()]",
    "generator frame": "(g.gi_frame for g in [1])",
    "comprehension scope": "[[x := stage] for y in (1,)]",
    "lambda": "use_place(stage, (lambda: 1)())",
    "decorator": "@use_place\ndef f(): pass",
    "class with a metaclass": "class A(metaclass=use_place): pass",
    "exception's traceback": "try:\n    1/0\nexcept Exception as e:\n    e.__traceback__.tb_frame",
    "match": "match stage:\n    case object(__class__=c): use_place(c, c)",
    "subscript": "use_place(stage, {'a': 1}['a'])",
    "eval": "eval('1')",
    "exec": "exec('import os')",
    "compile": "compile('1', '', 'eval')",
    "open": "open('/etc/passwd')",
    "breakpoint": "breakpoint()",
    "globals": "globals()",
    "operators": "bpy.ops.wm.save_as_mainfile(filepath='/x')",
    "drivers": "bpy.app.driver_namespace",
    "handlers": "bpy.app.handlers.load_post.append(1)",
    "text blocks": "bpy.data.texts.new('x').as_module()",
    "app templates": "bpy.ops.preferences.app_template_install(filepath='x')",
    "a function as a value": "f = use_place\nuse_place(stage, f)",
    "a function as an argument": "use_place(stage, use_place)",
    "the stage as a value": "s = stage",
    "the stage in a list": "use_place(stage, [stage])",
    "the stage compared": "if stage == 1:\n    use_place(stage, 'x')",
    "replaced function": "use_place = 1",
    "name of a guard": "_turn = 1",
    "guard called": "_arithmetic('Add', 1, 2)",
    "unpacked keywords": "use_place(stage, **{'x': 1})",
    "unpacked list": "use_place(stage, *[1])",
    "endless loop": "while True:\n    pass",
    "large power": "x = 9 ** 9 ** 9",
    "large shift": "x = 1 << 999999999",
    "long text": "x = '" + "a" * 5000 + "'",
    "repeated text": "x = 'a' * 999999",
    "long snippet": "x = 1\n" * 9000,
    "deep brackets": "use_place(stage, " + "(" * 250 + ")" * 250 + ")",
    "deep lists": "x = " + "[" * 60 + "]" * 60,
    "long sum": "x = " + "+".join(["1"] * 1200),
    "deep signs": "x = " + "-" * 900 + "1",
    "deep ifs": "".join("    " * n + "if 1:\n" for n in range(60)) + "    " * 60 + "x = 1",
    "loop over a text": "for c in 'abc':\n    use_place(stage, c)",
    "long loop": "for i in (" + "1," * 65 + "):\n    use_place(stage, i)",
    "half a character": "x = '\\ud800'",
    "control characters": "x = 'a\\x00b\\x1b'",
    "text that runs backwards": "x = '\\u202e'",
    "infinite number": "x = 1e999",
    "null byte": "x = 1\x00",
}

GUARD = {
    "text doubled in a loop": "x = 'aaaaaaaa'\nfor i in (" + "1," * 60 + "):\n    x = x + x",
    "list doubled in a loop": "x = [1]\nfor i in (" + "1," * 60 + "):\n    x = x + x",
    "list of itself": "x = [1, 1]\nfor i in (" + "1," * 60 + "):\n    x = [x, x]",
    "dictionary of itself": "x = {'a': 1}\nfor i in (" + "1," * 60 + "):\n    x = {'a': x, 'b': x}",
    "text repeated by a name": "n = 100000\nx = 'a'\ny = x * n",
    "number squared in a loop": "x = 9.0\nfor i in (" + "1," * 60 + "):\n    x = x * x",
    "whole number squared in a loop": "x = 9\nfor i in (" + "1," * 60 + "):\n    x = x * x",
    "loops in loops": "".join(
        "    " * n + f"for i{n} in ({'1,' * 60}):\n" for n in range(4)
    ) + "    " * 4 + "x = 1",
    "division by nothing": "x = 1 / (1 - 1)",
}  # fmt: skip


@pytest.mark.parametrize("text", CHECKER.values(), ids=CHECKER)
def test_the_checker_refuses(text):
    with pytest.raises(ShotwrightError) as caught:
        check_snippet(text, "scene", KNOWN)
    assert caught.value.layer == "program"


@pytest.mark.parametrize("text", GUARD.values(), ids=GUARD)
def test_the_guard_stops(text):
    code = compile(guard(check_snippet(text, "scene", KNOWN)), "<scene>", "exec")
    with pytest.raises((ShotwrightError, ZeroDivisionError)):
        exec(code, {"__builtins__": {}, **guards()})


def test_plain_arithmetic_is_left_alone():
    text = "x = (1 + 2) * 3 / 2 - 1\ny = [x, (x, -x)]\nz = 'a' + 'b'\nfor n, m in [(1, 2), (3, 4)]:\n    w = n * m"
    scope = {"__builtins__": {}, **guards()}
    exec(compile(guard(check_snippet(text, "scene", KNOWN)), "<scene>", "exec"), scope)
    assert (scope["x"], scope["y"], scope["z"], scope["w"]) == (3.5, [3.5, (3.5, -3.5)], "ab", 12)


@pytest.mark.blender
def test_a_worker_takes_hostile_snippets_and_goes_on_working(tmp_path):
    def job(name: str, scene: str) -> StageJob:
        return StageJob(
            id=name,
            spec=StageSpec(program=Program(scene=scene, cinematography="long_shot(stage)"), frames=2),
            tier=TierSpec(name="tiny", engine="WORKBENCH", size=(32, 18)),
            folder=str(tmp_path / name),
            people=str(tmp_path / "people"),
            keyframes=[0],
        )

    async def work():
        async with WorkerPool(1, writable=[tmp_path]) as pool:
            for name, text in {**CHECKER, **GUARD}.items():
                with pytest.raises(ShotwrightError) as caught:
                    await pool.submit(job("hostile", text))
                assert caught.value.layer == "program", name
            (worker,) = pool._all
            assert [layer.name for layer in worker.layers] == ["privileges", "files", "limits", "system calls"]
            assert all(layer.active or layer.detail for layer in worker.layers)
            done = await pool.submit(job("good", 'use_place(stage, "Apartment living room")'))
            assert (worker,) == tuple(pool._all)
            return done.result["keyframes"]

    (keyframe,) = asyncio.run(asyncio.wait_for(work(), 100))
    assert keyframe["file"].startswith(str(tmp_path / "good"))
