"""The cast: everybody of the film, with looks that turn, a voice to listen to, and who they are."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget, QWidget

from agents.house.renaming import rename
from app.document import Character, Film
from app.edits import AddCharacter, AnyEdit, Group, RemoveCharacter, SetField
from app.errors import ShotwrightError
from app.look import Look
from app.voice import Voice
from library.cast.looks import look_of
from ui.studio.cast.look import LookFields
from ui.studio.cast.turntable import Turntable
from ui.studio.cast.voice import VoiceFields
from ui.studio.gallery import Gallery
from ui.studio.language import counted, mark, tr
from ui.studio.production import Production
from ui.studio.tasks import Tasks
from ui.studio.theme.style import kind
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import Prose, Segments, button, column, icon_button, label, row, rule
from ui.studio.workspace import Workspace

PROFILE = (
    ("occupation", mark("Occupation")),
    ("traits", mark("Character")),
    ("speaking_style", mark("Way of speaking")),
)
AVATAR = 44


class CastPage(QWidget):
    """Choosing a person shows look, voice and profile; every change is an edit of the film."""

    def __init__(
        self,
        workspace: Workspace,
        production: Production,
        gallery: Gallery,
        thumbnails: Thumbnails,
        tasks: Tasks,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self.workspace, self.production = workspace, production
        self.gallery, self.thumbnails = gallery, thumbnails
        self._chosen: str | None = None
        self._keys: dict[str, str] = {}
        self.list = QListWidget()
        self.turntable = Turntable(gallery, thumbnails)
        self.framing = Segments((("figure", tr("Figure")), ("face", tr("Face"))), tr("What the turntable shows"))
        self.name = kind(QLineEdit(), "title")
        self.used = label(style="small", wrap=True)
        self.renew = button(tr("Renew them"), self._renew, "regenerate")
        self.look = LookFields()
        self.voice = VoiceFields(tasks)
        self.profile: dict[str, QLineEdit | Prose] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.list.setAccessibleName(tr("People of the film"))
        self.list.setIconSize(QSize(AVATAR, AVATAR))
        self.list.setSpacing(2)
        self.name.setAccessibleName(tr("Name of the person"))
        add = button(tr("Add"), self._add, "plus", tip=tr("Another person"))
        remove = icon_button("trash", tr("Remove this person"), self._remove)
        side = QWidget()
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(side, "surface")
        side.setFixedWidth(240)
        turning = column(self.turntable, self.framing, margins=(12, 8, 12, 12), gap=8)
        side.setLayout(
            column(
                row(label(tr("Cast"), "section"), None, add, remove, margins=(16, 8, 8, 4), gap=4),
                self.list,
                rule(),
                turning,
                gap=0,
            )
        )
        side.layout().setStretch(1, 1)
        self.pages = QStackedWidget()
        for page in (self.look, self.voice, self._profile_page()):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            body = kind(QWidget(), "page")
            body.setLayout(column(page, margins=(16, 12, 16, 16), gap=0))
            area.setWidget(body)
            self.pages.addWidget(area)
        self.tabs = Segments(
            (("look", tr("Look")), ("voice", tr("Voice")), ("profile", tr("Profile"))), tr("What of the person")
        )
        main = QWidget()
        main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(main, "surface")
        self._main = main
        main.setLayout(
            column(
                row(self.name, margins=(12, 10, 16, 0)),
                row(self.used, self.renew, margins=(16, 0, 16, 4), gap=8),
                row(self.tabs, margins=(16, 4, 16, 8)),
                rule(),
                self.pages,
                gap=0,
            )
        )
        main.layout().itemAt(1).layout().setStretch(0, 1)
        main.layout().setStretch(4, 1)
        self.setLayout(row(side, main, gap=1))
        self.layout().setStretch(1, 1)
        self.setFocusProxy(self.list)

    def _profile_page(self) -> QWidget:
        rows: list = []
        for field, title in PROFILE:
            edit = QLineEdit()
            edit.setAccessibleName(tr(title))
            edit.editingFinished.connect(lambda f=field, e=edit: self._set(f, e.text().strip()))
            self.profile[field] = edit
            rows += [label(tr(title), "section"), edit, 4]
        about = Prose(lines=4)
        about.setAccessibleName(tr("About this person"))
        about.typed.connect(lambda text: self._set("description", text, merge=True))
        about.left.connect(self._settled)
        self.profile["description"] = about
        page = QWidget()
        page.setLayout(column(*rows, label(tr("About"), "section"), about, None, gap=6))
        return page

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(
            lambda now, _: self._choose(now.data(Qt.ItemDataRole.UserRole) if now else None)
        )
        self.framing.chosen.connect(self.turntable.show_framing)
        self.tabs.chosen.connect(lambda key: self.pages.setCurrentIndex(("look", "voice", "profile").index(key)))
        self.name.editingFinished.connect(self._rename)
        self.look.described.connect(self._describe)
        self.look.changed.connect(self._dress)
        self.look.settled.connect(self._settled)
        self.voice.changed.connect(lambda voice, merge: self._set("voice", voice.model_dump(mode="json"), merge))
        self.voice.settled.connect(self._settled)
        self.voice.fitting.connect(self._fit_voice)
        self.workspace.opened.connect(self.refresh)
        self.workspace.edited.connect(self._edited)
        self.production.shots_changed.connect(lambda _: self._show_used())
        self.gallery.arrived.connect(lambda key: self._show_avatars() if key.startswith("look/") else None)
        self.thumbnails.arrived.connect(lambda _: self._show_avatars())

    # ---- showing

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.refresh()

    @property
    def person(self) -> Character | None:
        """The person that is shown."""
        film = self.workspace.film
        return next((c for c in film.characters if c.id == self._chosen), None) if film else None

    def refresh(self) -> None:
        """Shows the cast as it is now."""
        film = self.workspace.film
        if not self.isVisible() or film is None:
            return
        self.list.blockSignals(True)
        known = [self.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self.list.count())]
        if known != [c.id for c in film.characters]:
            self.list.clear()
            for character in film.characters:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, character.id)
                self.list.addItem(item)
        if self.person is None:
            self._chosen = film.characters[0].id if film.characters else None
        for n, character in enumerate(film.characters):
            item = self.list.item(n)
            count = len(self._shots(film, character))
            about = ", ".join(p for p in (str(character.years), character.occupation) if p)
            item.setText(f"{character.name}\n{about}")
            shots = counted(count, tr("in {n} shot"), tr("in {n} shots"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{character.name}, {about}, {shots}")
            item.setSizeHint(QSize(0, AVATAR + 8))
            if character.id == self._chosen:
                self.list.setCurrentRow(n)
        self.list.blockSignals(False)
        self._show_avatars()
        self._show_person()

    def _show_avatars(self) -> None:
        film = self.workspace.film
        if film is None or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        for n, character in enumerate(film.characters[: self.list.count()]):
            files = self.gallery.turntable(character.look, "face", 1)
            found = self.thumbnails.get(files[0], AVATAR, ratio) if files else None
            side = round(AVATAR * ratio)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            shown = found.scaled(side, side, keep, smooth) if found is not None else QPixmap(side, side)
            if found is None:
                shown.fill(Qt.GlobalColor.transparent)
            shown.setDevicePixelRatio(ratio)
            self.list.item(n).setIcon(QIcon(shown))

    def _show_person(self) -> None:
        film, person = self.workspace.film, self.person
        self._main.setEnabled(person is not None)
        if person is None:
            self.name.setText("")
            self.turntable.show_look(None)
            return
        if not self.name.hasFocus():
            self.name.setText(person.name)
        self.turntable.show_look(person.look, person.name)
        self.look.show_person(person)
        folder = self.workspace.project.path("voices") if self.workspace.project else None
        self.voice.show_person(film, person, folder)
        for field, edit in self.profile.items():
            text = getattr(person, field)
            if isinstance(edit, Prose):
                edit.show_text(text)
            elif not edit.hasFocus():
                edit.setText(text)
        self._show_used()

    def _show_used(self) -> None:
        film, person = self.workspace.film, self.person
        if film is None or person is None or not self.isVisible():
            return
        shots = self._shots(film, person)
        stale = self._stale(film, person)
        text = counted(len(shots), tr("in 1 shot"), tr("in {n} shots"))
        if stale:
            reason = self.production.stale(stale[0])[0]
            text += ". " + counted(len(stale), tr("1 is out of date"), tr("{n} are out of date")) + f": {reason}"
        self.used.setText(text[:1].upper() + text[1:])
        kind(self.used, "warning" if stale else "small")
        self.renew.setVisible(bool(stale))

    def _shots(self, film: Film, person: Character) -> list[str]:
        """Shots the person is seen or heard in."""
        found = []
        for shot in film.shots():
            said = {*shot.subjects, *(p.character for p in shot.staging), *(b.speaker for b in shot.lines)}
            if person.id in said or person.name in said:
                found.append(shot.id)
        return found

    def _stale(self, film: Film, person: Character) -> list[str]:
        """Staged shots of the person that this person's changes have put out of date."""
        own = f"{person.name}'s "
        shots = (film.shot(s) for s in self._shots(film, person))
        staged = [s.id for s in shots if s.take is not None and not s.locked]
        return [s for s in staged if any(why.startswith(own) for why in self.production.stale(s))]

    # ---- changing

    def _choose(self, person: str | None) -> None:
        self._chosen = person
        self._settled()
        self._show_person()

    def _edited(self, edit: AnyEdit) -> None:
        self.refresh()

    def _settled(self) -> None:
        self._keys.clear()

    def _set(self, field: str, value, merge: bool = False) -> None:
        person = self.person
        if person is None:
            return
        now = getattr(person, field)
        if (now.model_dump(mode="json") if hasattr(now, "model_dump") else now) != value:
            self._apply(SetField(target=person.id, field=field, value=value), field, merge)

    def _apply(self, edit: AnyEdit, field: str, merge: bool) -> None:
        key = None
        if merge:
            key = self._keys.setdefault(field, self.workspace.typing_key(self._chosen, field))
        else:
            self._settled()
        self.workspace.apply(edit, key)

    def _dress(self, look: Look, merge: bool = False) -> None:
        person = self.person
        if person is not None:
            self._apply(_look_edit(person, look, f"change {person.name}'s look"), "look", merge)

    def _describe(self, text: str, look: Look) -> None:
        person = self.person
        if person is None:
            return
        edit = _look_edit(person, look, f"describe {person.name}")
        if text != person.description:
            edit.edits.append(SetField(target=person.id, field="description", value=text))
        self._apply(edit, "look", False)

    def _rename(self) -> None:
        person = self.person
        if person is None or self.name.text().strip() == person.name:
            return
        try:
            edit = rename(self.workspace.film, person.id, self.name.text())
        except ShotwrightError as error:
            self.name.setText(person.name)
            self.workspace.failed.emit(error)
            return
        self.workspace.apply(edit)

    def _fit_voice(self) -> None:
        film, person = self.workspace.film, self.person
        if person is not None:
            self._set("voice", _fitting(film, person).model_dump(mode="json"))

    def _add(self) -> None:
        film = self.workspace.film
        if film is None:
            return
        taken = {c.name.casefold() for c in film.characters}
        name = next(n for k in range(1, 1000) if (n := f"Person {k}").casefold() not in taken)
        look = look_of(name, seed=len(film.characters))
        person = Character(name=name, gender=look.gender, years=look.years, look=look)
        person = person.model_copy(update={"voice": _fitting(film, person)})
        self._chosen = person.id
        self.workspace.apply(AddCharacter(character=person))
        self.name.setFocus()
        self.name.selectAll()

    def _remove(self) -> None:
        if self.person is not None:
            self.workspace.apply(RemoveCharacter(character=self.person.id))

    def _renew(self) -> None:
        film, person = self.workspace.film, self.person
        stale = [s for s in self._stale(film, person) if self.production.doing(s) is None]
        if stale:
            self.production.stage(stale)


def _look_edit(person: Character, look: Look, name: str) -> Group:
    """The look, with age and gender of the person in step."""
    edits: list[AnyEdit] = [SetField(target=person.id, field="look", value=look.model_dump(mode="json"))]
    for field in ("gender", "years"):
        if getattr(person, field) != getattr(look, field):
            edits.append(SetField(target=person.id, field=field, value=getattr(look, field)))
    return Group(name=name, edits=edits)


def _fitting(film: Film, person: Character) -> Voice:
    """A voice of the person's gender and age that nobody else has."""
    cast_voices = importlib.import_module("render.voices").cast_voices
    others = [c for c in film.characters if c.id != person.id]
    return cast_voices([*others, person], {c.name: c.voice for c in others})[person.name]
