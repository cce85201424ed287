"""Has the crew say which of two takes is better, and offers to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agents.production.verdicts import verdict
from app.edits import SetField
from ui.studio.language import tr
from ui.studio.notices import Notices
from ui.studio.production import Production
from ui.studio.workspace import Workspace

if TYPE_CHECKING:
    from agents.production.crew import Compared


def judge(workspace: Workspace, production: Production, notices: Notices, used: str, other: str) -> None:
    """The take in use of the current shot against another of it (ids). Told when it is known; nothing is changed."""
    shot = workspace.shot
    numbers = {t.id: t.number for t in shot.takes}

    def tell(made: Compared) -> None:
        text = verdict(made, numbers[used], numbers[other])
        use = None
        if made.better == "second":
            change = SetField(target=shot.id, field="active_take", value=other)
            use = (tr("Use take {number}").format(number=numbers[other]), lambda: workspace.apply(change))
        hint = " ".join(dict.fromkeys(reason for reason in made.reasons if reason))
        notices.say(text[:1].upper() + text[1:], hint=hint, action=use, stays=True)

    production.compare(shot.id, used, other, tell)
