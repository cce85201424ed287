"""An endpoint that plays the crew: answers by what is asked for, not by the order in which it is."""

from __future__ import annotations

from typing import Any, ClassVar

from tests.support.endpoint import Play, ScriptedEndpoint, fails

FILMING = {
    "Write the guidance of one shot": "guidance",
    "Write snippets for": "program",
    "Improve the program of": "refine",
    "Review shot": "review",
    "Two takes of": "compare",
    "The person who makes the film left a note": "note",
}
"""How a task of filming begins -> its name. A task of writing is named after the form of its answer."""


def text_of(request: dict[str, Any]) -> str:
    """The words of a request's task."""
    content = request["messages"][1]["content"]
    return content if isinstance(content, str) else content[0]["text"]


class Players(ScriptedEndpoint):
    """Plays `usual` answers, with some of them replaced by name.

    A list of answers is used up one by one and its last stays; an answer that can be called gets the request. What the
    two cinematographers are asked may have a name for each brief ("Shots faces") and one for shots that broke rules
    ("Shots again"). asked: names in order; dies: after so many answers the key is no longer taken.
    """

    usual: ClassVar[dict[str, Any]] = {}
    otherwise: ClassVar[Any] = "None"

    def __init__(self, dies: int | None = None, **answers: Any):
        super().__init__()
        usual = {k: v for k, v in self.usual.items() if k.split()[0] not in answers}
        self.answers = {k: list(v) if isinstance(v, list) else [v] for k, v in (usual | answers).items()}
        self.asked: list[str] = []
        self.dies = dies

    def next(self, request: dict[str, Any]) -> Play:
        with self.lock:
            probed = self._probed(request)
            if probed is not None:
                return probed
            if self.dies is not None and len(self.asked) >= self.dies:
                return fails(401, message="the key was taken away")
            self.requests.append(request)
            text = text_of(request)
            name = self._name(request, text)
            self.asked.append(name)
            play = self._said(name, text)
            if callable(play):
                play = play(request)
        return play if isinstance(play, Play) else Play(play, usage=(len(text) // 4, 200))

    def _name(self, request: dict[str, Any], text: str) -> str:
        filming = next((name for start, name in FILMING.items() if text.startswith(start)), "")
        form = request.get("response_format") or {}
        return filming or form.get("json_schema", {}).get("name", "")

    def _said(self, name: str, text: str) -> Any:
        again = f"{name} again" if "break rules" in text else ""
        brief = f"{name} {'faces' if 'Your brief: the faces' in text else 'space'}"
        said = next((self.answers[n] for n in (again, brief, name) if n in self.answers), [self.otherwise])
        return said.pop(0) if len(said) > 1 else said[0]
