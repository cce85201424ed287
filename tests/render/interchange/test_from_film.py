from app.document import Action, Character, Film, Keyframe, Line, Program, Scene, Shot, Sounding, Take
from library.camera.sizes import usual_lens
from render.interchange.from_film import camera_of, cut_of


def test_lens_and_moves_are_read_from_the_program():
    assert camera_of("close_up(stage, 'Mia', lens=85)\npush_in(stage, 0.3)\nhandheld(stage)") == (
        85.0,
        ["push in", "handheld"],
    )
    assert camera_of("medium_shot(stage, 'Mia')\nstatic(stage)") == (None, [])
    assert camera_of("not ( python") == (None, [])


def test_the_lens_is_the_measured_one_where_the_program_names_none(tmp_path):
    (tmp_path / "numbers.json").write_text('{"plan": {"lens": [28.6, 30.1]}}')
    take = Take(program=Program(cinematography='long_shot(stage, "Mia")'), measurements="numbers.json")
    shot = Shot(shot_type="Long Shot", takes=[take], active_take=take.id)
    assert cut_of(Film(scenes=[Scene(shots=[shot])]), tmp_path).shots[0].lens == 29


def test_cut_of_a_film(tmp_path):
    (tmp_path / "k1.png").write_bytes(b"x")
    mia = Character(name="Mia")
    line = Line(speaker=mia.id, text="One two (sighs) three four.", words=(1, 3), frames=20, delivery="softly")
    take = Take(
        length=50,
        program=Program(cinematography="long_shot(stage, lens=24)"),
        speech=[Sounding(beat=line.id, speaker=mia.id, start=0.5)],
        keyframes=[
            Keyframe(frame=40, file="k2.png"),
            Keyframe(frame=20, file="k1.png"),
            Keyframe(frame=1, file="k0.png"),
        ],
    )
    shots = [
        Shot(label="A", length=48, beats=[Action(character=mia.id, action="Wave", text="Mia waves."), line]),
        Shot(label="B", length=30, omitted=True),
        Shot(label="C", length=24, notes="hm"),
    ]
    shots[0].takes, shots[0].active_take = [take], take.id
    film = Film(title="T", characters=[mia], scenes=[Scene(heading="INT. OFFICE", shots=shots)])
    cut = cut_of(film, tmp_path, clips={shots[2].id: tmp_path / "c.mp4"})
    cut.check()
    assert [(s.number, s.label, s.start, s.length) for s in cut.shots] == [(1, "A", 0, 50), (3, "C", 50, 24)]
    first, last = cut.shots
    assert (first.lens, first.image, first.scene, first.description) == (
        24,
        tmp_path / "k1.png",
        "INT. OFFICE",
        "Mia waves.",
    )
    said = first.dialogue[0]
    assert (said.speaker, said.text, said.start, said.length, said.delivery) == ("Mia", "two three", 12, 20, "softly")
    assert last.lens == usual_lens("Medium Shot"), "what the shot type is filmed with where nothing else is known"
    assert (last.clip, last.notes, last.image) == (tmp_path / "c.mp4", "hm", None)
