"""The player: picture and transport. It plays the animatic where there is one, stills until then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.edits import AnyEdit
from app.timebase import clock
from ui.studio.language import tr
from ui.studio.player import seen
from ui.studio.player.fullscreen import FullScreen
from ui.studio.player.looping import stretch
from ui.studio.player.running import Running
from ui.studio.player.screen import Screen
from ui.studio.player.stills import Stills
from ui.studio.player.transport import Transport
from ui.studio.player.video import Video, open_video
from ui.studio.production import Production, Work
from ui.studio.thumbnails import Thumbnails
from ui.studio.workspace import Workspace


class Player(Transport):
    """The transport bar at work. `screen` is the picture, put where the window wants it.

    wanted(): the picture should be in view; at(frame): where it stands; said(words): something to tell.
    """

    wanted = Signal()
    at = Signal(int)
    said = Signal(str)

    def __init__(
        self, workspace: Workspace, production: Production, thumbnails: Thumbnails, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self.workspace, self.production, self.thumbnails = workspace, production, thumbnails
        self.screen = Screen()
        self.running = Running(None)
        self.frame = 0
        self.stills = Stills(self)
        self.video: Video | None = None
        self._video_known = False
        self._film_file: Path | None = None
        self._quality = "animatic"
        self._made: dict[str, Path] = {}
        self._making: Work | None = None
        self._quality_wanted = "animatic"
        self._wants_on = False
        self._window: QWidget | None = None
        self._showing: Path | None = None
        self._following = False
        self._shape: tuple = ()

        self.loop_mode = "off"
        self._looped: str | None = None
        self.play_button.clicked.connect(lambda: self.toggle())
        self.back.clicked.connect(lambda: self.seek(self.running.beside(self.frame, -1)))
        self.next.clicked.connect(lambda: self.seek(self.running.beside(self.frame, 1)))
        self.make.clicked.connect(lambda: self.make_animatic())
        self.mute.clicked.connect(self._muted)
        self.volume.valueChanged.connect(self._volume)
        self.loop_chosen.connect(self.set_loop)
        self.source_chosen.connect(self.choose_source)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._renew)
        self.stills.moved.connect(self._stills_moved)
        self.stills.stopped.connect(self._stopped)
        self.scrubber.sought.connect(self.seek)
        self.screen.clicked.connect(self.toggle)
        self.screen.full_screen.connect(self.full_screen)
        workspace.opened.connect(self._reopened)
        workspace.edited.connect(self._edited)
        workspace.selected.connect(self._selected)
        production.finished.connect(self._finished)
        thumbnails.arrived.connect(self._arrived)
        self._reopened()

    # ---- following the film

    def _reopened(self) -> None:
        self.pause()
        self._forget_film()
        self._shape = seen.cut(self.workspace.film)
        self._made.clear()
        self.frame = 0
        self._renew()

    def _edited(self, edit: AnyEdit) -> None:
        shape = seen.cut(self.workspace.film)
        if shape != self._shape:
            self._shape = shape
            self._made.clear()
            self._forget_film()
            self._late.start()

    def _forget_film(self) -> None:
        """The film changed, so a film file made before shows something else."""
        if self._film_file is not None:
            self.pause()
            self._film_file = None
            if self.video is not None:
                self.video.unload()

    def _renew(self) -> None:
        film = self.workspace.film
        self.running = Running(film)
        self.stills.running = self.running
        if film is not None:
            self.screen.aspect = film.size[0] / film.size[1]
        self.total.setText(f"/ {clock(self.running.length, self.running.fps)}")
        self.scrubber.show_running(self.running)
        self.setEnabled(self.running.length > 0)
        self.show_source(self._quality if self._film_file else "stills")
        self.make.setVisible(self._film_file is None)
        self.frame = min(self.frame, max(self.running.length - 1, 0))
        self._show(self.frame)
        self._selected()

    def _selected(self) -> None:
        span = self.running.of(self.workspace.current)
        if span is None or self._following or self.playing:
            return
        if not span.start <= self.frame < span.start + span.length:
            self._move(span.start)

    # ---- playing

    @property
    def playing(self) -> bool:
        return self.stills.playing or (self.video is not None and self.video.playing)

    def toggle(self) -> None:
        """Plays or pauses."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Plays from where it stands: the animatic if there is one, else the stills."""
        if not self.running.length:
            return
        self.wanted.emit()
        span = self.running.at(self.frame)
        self._looped = span.shot if span else None
        stretch_ = self._stretch()
        if self.frame >= self.running.length - 1 or (stretch_ and not stretch_[0] <= self.frame < stretch_[1] - 1):
            self._move(stretch_[0] if stretch_ else 0)
        self._wants_on = True
        if self._film_file is not None and self.video is not None:
            self.video.play()
        else:
            self.stills.frame = self.frame
            self.stills.play()
        self.show_playing(self.playing)

    def pause(self) -> None:
        self._wants_on = False
        self.stills.pause()
        if self.video is not None and self.video.playing:
            self.video.pause()
        self.show_playing(self.playing)

    def seek(self, frame: int) -> None:
        """Goes to a frame and selects the shot there."""
        self._move(frame)
        span = self.running.at(frame)
        if span is not None and not self.playing:
            self._select(span.shot)

    def step(self, frames: int) -> None:
        """Goes some frames on or back."""
        self.pause()
        self.seek(min(max(self.frame + frames, 0), max(self.running.length - 1, 0)))

    def _move(self, frame: int) -> None:
        self.stills.frame = frame
        if self.stills.playing:
            self.stills.seek(frame)
        if self._film_file is not None and self.video is not None:
            self.video.seek(frame)
        self._show(frame)

    def _select(self, shot: str) -> None:
        """Makes a shot the current one; where it is among several selected, they stay selected."""
        several = self.workspace.selection if shot in self.workspace.selection else None
        self._following = True
        self.workspace.select(shot, several)
        self._following = False

    def _stills_moved(self, frame: int) -> None:
        self._show(frame)
        self._loop_round()

    def _video_moved(self, frame: int) -> None:
        if self._film_file is not None and self.video.playing:
            self._show(frame)
            self._loop_round()

    def _loop_round(self) -> None:
        found = self._stretch() if self.playing else None
        if found is not None and not found[0] <= self.frame < found[1] - 1:
            self._move(found[0])

    def _stretch(self) -> tuple[int, int] | None:
        return stretch(self.loop_mode, self.running, self._looped, self.workspace.selection)

    def set_loop(self, mode: str) -> None:
        """What is played again and again: one of `MODES`."""
        self.loop_mode = mode
        span = self.running.at(self.frame)
        self._looped = span.shot if span else None
        self.show_loop(mode)

    def _stopped(self) -> None:
        """At the end, or paused. A loop that reaches the end of the film goes on at its beginning."""
        found = self._stretch()
        if self._wants_on and found is not None and self.frame >= self.running.length - 2:
            self._move(found[0])
            self.play()
            return
        self._wants_on = False
        self.show_playing(self.playing)
        span = self.running.at(self.frame)
        if span is not None and self.loop_mode == "off":
            self._select(span.shot)

    # ---- showing

    def _show(self, frame: int) -> None:
        self.frame = frame
        self.at.emit(frame)
        span = self.running.at(frame)
        self.time.setText(clock(frame, self.running.fps))
        self.scrubber.show_frame(frame, span.shot if span else None)
        if self._film_file is None:
            self._show_still(frame)
        read = self._film_file is not None or self.stills.playing
        self.screen.show_caption(seen.caption(self.workspace.film, self.running, frame) if read else "")

    def _show_still(self, frame: int) -> None:
        self._showing = seen.still(self.workspace, self.running, frame)
        shown = self.thumbnails.get(self._showing, 640, self.devicePixelRatioF()) if self._showing else None
        self.screen.show_picture(shown)

    def _arrived(self, path: str) -> None:
        if self._film_file is None and path == str(self._showing):
            self._show_still(self.frame)

    # ---- the animatic

    def make_animatic(self) -> None:
        """Renders the cut with sound in the background; it takes the place of the stills when it is there."""
        self.choose_source("animatic")

    def choose_source(self, name: str) -> None:
        """Plays stills, the animatic, or the film as it is rendered for a quality: one of `SOURCES`. What is not
        there is made first, in the background; until then everything stays as it is."""
        if name == "stills":
            self._forget_film()
            self._renew()
        elif name in self._made and self._made[name].exists():
            self._quality = name
            self.load(self._made[name])
        elif self._making is None:
            self._quality_wanted = name
            self._making = self.production.animatic(name)
            self.make.setEnabled(False)
        self.show_source(self._quality if self._film_file else "stills")

    def _finished(self, work: Work) -> None:
        if work is not self._making:
            return
        self._making = None
        self.make.setEnabled(True)
        if work.state == "done" and work.file is not None:
            self._quality = self._quality_wanted
            self._made[self._quality] = work.file
            self.load(work.file)

    def load(self, file: Path) -> None:
        """Plays this film file from now on, until the film changes."""
        if not self._video_known:
            self._video_known = True
            self.video = open_video(self)
            if self.video is not None:
                self.video.picture.connect(self._picture)
                self.video.moved.connect(self._video_moved)
                self.video.stopped.connect(self._stopped)
                self.video.failed.connect(self._failed)
                self.video.set_volume(self.volume.value() / 100)
        if self.video is None:
            self.said.emit(tr("Sound and film cannot be played on this system; stills are shown instead."))
            return
        on = self.stills.playing
        self.stills.pause()
        self._film_file = file
        self.video.load(file, self.running.fps, self.frame)
        self._renew()
        if on:
            self.play()

    def _picture(self, image) -> None:
        if self._film_file is not None:
            self.screen.show_picture(image)

    def _failed(self, text: str) -> None:
        self._forget_film()
        self._renew()
        self.said.emit(tr("The film cannot be played here ({why}); stills are shown instead.").format(why=text))

    # ---- sound, size

    def _volume(self, value: int) -> None:
        if self.video is not None:
            self.video.set_volume(value / 100)

    def _muted(self) -> None:
        muted = self.mute.isChecked()
        self.show_muted(muted)
        if self.video is not None:
            self.video.set_muted(muted)

    def show_safe_areas(self, shown: bool) -> None:
        """Shows or hides what every screen shows of a picture."""
        self.screen.safe_areas = shown
        self.screen.update()

    def full_screen(self) -> None:
        """The picture alone on the whole screen; Escape or a double click brings it back."""
        if self._window is not None:
            self._window.close()
            return
        self._window = FullScreen(self)
        self._window.setGeometry(self.screen.screen().geometry())  # where no window manager makes it so
        self._window.showFullScreen()
        self._window.activateWindow()
        self._window.setFocus()

    def full_screen_closed(self) -> None:
        self._window = None
