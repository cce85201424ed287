"""Which model answers for which kind of work and which role, with a test of each."""

from __future__ import annotations

import asyncio

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem

from agents.model.keys import Keys, variable
from agents.model.settings import Endpoint, Kind, ModelSettings
from agents.roles import ROLES
from app.errors import ShotwrightError
from ui.studio.fields import Combo
from ui.studio.language import mark, tr
from ui.studio.settings.page import Page, field, form
from ui.studio.settings.trial import attempt, offered
from ui.studio.tasks import Tasks
from ui.studio.theme.style import kind
from ui.studio.widgets import button, label, number_field, row

KINDS: tuple[tuple[Kind, str], ...] = (
    ("text", mark("Writing and directing")),
    ("vision", mark("Looking at pictures")),
    ("speech", mark("Speaking")),
    ("embedding", mark("Searching the library")),
)
ROLE_NAMES = {
    "director": mark("Director"),
    "screenwriter": mark("Screenwriter"),
    "actor": mark("Actors"),
    "cinematographer": mark("Cinematographer"),
    "composer": mark("Composer"),
    "colourist": mark("Colourist"),
    "editor": mark("Editor"),
    "programmer": mark("Programmer"),
    "reviewer": mark("Reviewer"),
}
ADDRESSES = (
    ("OpenAI", "https://api.openai.com/v1"),
    ("Ollama", "http://localhost:11434/v1"),
    ("LM Studio", "http://localhost:1234/v1"),
    ("vLLM", "http://localhost:8000/v1"),
    ("llama.cpp", "http://localhost:8080/v1"),
)
SLOT = Qt.ItemDataRole.UserRole


class ModelsPage(Page):
    """The list says who answers; the form below changes it."""

    def __init__(self, tasks: Tasks):
        super().__init__(
            tasks,
            tr("Models"),
            tr("Without a model the built-in crew works, offline and free. With one, whatever speaks the OpenAI way "
               "can write, direct and review: a service, or a server on this machine."),
        )  # fmt: skip
        self._keys = Keys()
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Work and its models"))
        self.list.setHeaderLabels([tr("Work"), tr("Model")])
        self.list.setColumnWidth(0, 220)
        self.list.setRootIsDecorated(False)
        self.list.setMinimumHeight(150)
        self.address = Combo()
        self.address.setEditable(True)
        for name, url in ADDRESSES:
            self.address.addItem(f"{url}", url)
            self.address.setItemData(self.address.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.model = Combo()
        self.model.setEditable(True)
        self.look_up = button(tr("What is there?"), self._look_up)
        self.key_name = QLineEdit()
        self.key_name.setPlaceholderText(tr("Empty where none is needed"))
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(tr("Enter a key to keep it in the system's keyring"))
        self.store = button(tr("Keep"), self._store)
        self.forget = button(tr("Forget"), self._forget)
        self.tokens = number_field(16, 1_000_000, tr("Longest answer"), tr(" tokens"))
        self.key_state = label(style="small", wrap=True)
        self.test = button(tr("Test"), self._test, "check")
        self.use = button(tr("Use this model"), self._use, style="primary")
        self.none = button(tr("Use none"), self._none)
        self.result = label(style="small", wrap=True)
        self.result.setMinimumHeight(36)
        rows = form()
        field(rows, tr("Address"), self.address)
        field(rows, tr("Model"), _stretched(self.model, self.look_up), self.model)
        field(rows, tr("Name of the key"), self.key_name)
        field(rows, tr("Key"), _stretched(self.key, self.store, self.forget), self.key)
        rows.addRow(label(""), self.key_state)
        field(rows, tr("Longest answer"), self.tokens)
        self.add(self.list)
        self.body.setStretchFactor(self.list, 1)
        self.add(rows, self.problem, self.result, row(self.test, None, self.none, self.use))
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.key_name.textChanged.connect(lambda _: self._say_key())
        self.settings = ModelSettings()
        self._load()

    # ---- what is set

    def _load(self) -> None:
        try:
            self.settings = ModelSettings.load()
        except ShotwrightError as error:
            self.tell(error)
        self._fill()

    def _fill(self) -> None:
        at = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.currentItem() else 0
        self.list.blockSignals(True)
        self.list.clear()
        text = self.settings.kinds.get("text")
        for slot, name in (*KINDS, *((r, ROLE_NAMES.get(r, r.capitalize())) for r in ROLES)):
            found = self._endpoint(slot)
            if found is not None:
                shown = f"{found.model} · {_host(found)}"
            elif slot in ROLES:
                shown = tr("as for writing and directing") if text else tr("built-in crew")
            else:
                shown = {
                    "text": tr("none: the built-in crew"), "vision": tr("none: reviewed by measurement"),
                    "speech": tr("none: built-in voices"), "embedding": tr("none: found by words"),
                }[slot]  # fmt: skip
            item = QTreeWidgetItem([tr(name), shown])
            item.setData(0, SLOT, slot)
            item.setToolTip(0, ROLES.get(slot, ""))
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentItem(self.list.topLevelItem(max(at, 0)))

    @property
    def slot(self) -> str:
        """The kind or role that is chosen."""
        item = self.list.currentItem()
        return item.data(0, SLOT) if item is not None else "text"

    @property
    def work(self) -> Kind:
        """The kind of work of what is chosen."""
        return self.slot if self.slot in dict(KINDS) else "text"

    def _endpoint(self, slot: str) -> Endpoint | None:
        return self.settings.kinds.get(slot) if slot in dict(KINDS) else self.settings.roles.get(slot)

    def _chosen(self) -> None:
        found = self._endpoint(self.slot)
        basis = found or self.settings.kinds.get("text")
        self.address.setEditText(basis.base_url if basis else ADDRESSES[0][1])
        self.model.clear()
        self.model.setEditText(found.model if found else "")
        self.key_name.setText(basis.key if basis else "OPENAI_API_KEY")
        self.key.clear()
        self.tokens.setValue(found.answer_tokens if found else 4096)
        self.none.setEnabled(found is not None)
        self.result.setText("")
        self.tell()
        self._say_key()

    def _say_key(self) -> None:
        name = self.key_name.text().strip()
        for part in (self.key, self.store, self.forget):
            part.setEnabled(bool(name))
        text = tr("Never written into a project. Without a keyring, set the variable {name}.")
        self.key_state.setText(text.format(name=variable(name)) if name else "")

    # ---- changing it

    def endpoint(self) -> Endpoint | None:
        """What the form says, or None when something in it is wrong, which is then told."""
        old = self._endpoint(self.slot)
        fields = {
            "base_url": self.address.currentText().strip(),
            "model": self.model.currentText().strip(),
            "key": self.key_name.text().strip(),
            "answer_tokens": self.tokens.value(),
        }
        try:
            made = Endpoint.model_validate({**(old.model_dump() if old else {}), **fields})
        except ValidationError as error:
            first = error.errors()[0]
            names = {"base_url": tr("Address"), "model": tr("Model"), "key": tr("Name of the key")}
            where = names.get(str(first["loc"][0]), str(first["loc"][0]))
            said = tr("it is missing") if first["type"] == "string_too_short" else first["msg"]
            self.tell(f"{where}: {said.removeprefix('Value error, ')}")
            return None
        self.tell()
        return made

    def _use(self) -> None:
        made = self.endpoint()
        if made is not None:
            self._keep(made)
            self._say(tr("It is used from the next film or regeneration on."), "good")

    def _none(self) -> None:
        self._keep(None)

    def _keep(self, made: Endpoint | None) -> None:
        part = "kinds" if self.slot in dict(KINDS) else "roles"
        new = {k: v for k, v in getattr(self.settings, part).items() if k != self.slot}
        if made is not None:
            new[self.slot] = made
        settings = self.settings.model_copy(update={part: new})
        try:
            settings.save()
        except ShotwrightError as error:
            self.tell(error)
            return
        self.settings = settings
        self._fill()

    # ---- keys: the system's keyring may ask the person something, so it is used beside the window

    def _store(self) -> None:
        name, key = self.key_name.text().strip(), self.key.text().strip()
        if name and key:
            self._start(self._keyring(self._keys.store, name, key, said=tr("The key is in the keyring.")))

    def _forget(self) -> None:
        name = self.key_name.text().strip()
        self._start(self._keyring(self._keys.forget, name, said=tr("The key is forgotten.")))

    async def _keyring(self, work, *values: str, said: str) -> None:
        await asyncio.to_thread(work, *values)
        self.key.clear()
        self._say(said, "good")

    # ---- asking the model

    def _test(self) -> None:
        made = self.endpoint()
        if made is not None:
            self._start(self._try(made))

    async def _try(self, endpoint: Endpoint) -> None:
        self._say(tr("Asking {model} at {host}").format(model=endpoint.model, host=_host(endpoint)), "busy")
        self._say(await attempt(endpoint, self.work, self.key.text().strip()), "good")

    def _look_up(self) -> None:
        try:
            endpoint = Endpoint(base_url=self.address.currentText(), model="any", key=self.key_name.text().strip())
        except ValidationError:
            self.endpoint()
            return
        self._start(self._list(endpoint))

    async def _list(self, endpoint: Endpoint) -> None:
        self._say(tr("Asking {host}").format(host=_host(endpoint)), "busy")
        names = await offered(endpoint, self.key.text().strip())
        before = self.model.currentText()
        self.model.clear()
        self.model.addItems(names)
        self.model.setEditText(before if before in names or not names else names[0])
        self._say(tr("{n} models there.").format(n=len(names)), "good")

    def _start(self, work) -> None:
        for part in (self.test, self.look_up, self.store, self.forget):
            part.setEnabled(False)
        self.start(self._told(work), tr("Trying a model"))

    async def _told(self, work) -> None:
        try:
            await work
        except ShotwrightError as error:
            self._say(f"{error.what[:1].upper()}{error.what[1:]}. {error.hint}".strip(), "bad")
        finally:
            for part in (self.test, self.look_up):
                part.setEnabled(True)
            self._say_key()

    def _say(self, text: str, tone: str) -> None:
        kind(self.result, tone)
        self.result.setText(text)


def _host(endpoint: Endpoint) -> str:
    return endpoint.base_url.split("//", 1)[-1].split("/", 1)[0]


def _stretched(first, *others):
    made = row(first, *others)
    made.setStretch(0, 1)
    return made
