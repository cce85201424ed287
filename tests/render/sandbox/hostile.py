"""Hostile Python with all of Blender in its hands: what every escape does, run in a confined process or a bare one.

`python hostile.py SCRATCH OUTSIDE PARENT confined|bare` prints a JSON line for each escape. SCRATCH may be written,
OUTSIDE holds a secret that may not even be read. An escape returns something true when it got out.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECRET = "the-secret-of-the-house"
ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Escape:
    """layer: what stops it. bare: whether it gets out, and harms nothing, where nothing stops it."""

    name: str
    layer: str
    attempt: Callable[[], object]
    bare: bool


ESCAPES: list[Escape] = []
scratch, outside = Path(sys.argv[1]), Path(sys.argv[2])
parent = int(sys.argv[3])
secret, marker = outside / "secret.txt", outside / "marker"


def escape(layer: str, bare: bool = False):
    def keep(function):
        ESCAPES.append(Escape(function.__name__.replace("_", " "), layer, function, bare))
        return function

    return keep


def attempts(layer: str, bare: bool = False, **functions: Callable[[], object]) -> None:
    """Escapes of one expression each."""
    for name, function in functions.items():
        ESCAPES.append(Escape(name.replace("_", " "), layer, function, bare))


def reveals(text: object) -> bool:
    return SECRET in str(text)


def appears(path: Path) -> bool:
    there = path.exists()
    path.unlink(missing_ok=True)
    return there


# ---- files, from Python

attempts(
    "files",
    True,
    read_a_file=lambda: reveals(secret.read_text()),
    list_a_folder=lambda: os.listdir(outside),
    read_the_accounts=lambda: Path("/etc/passwd").read_text(),
    read_the_environment_of_the_application=lambda: Path(f"/proc/{parent}/environ").read_bytes(),
    read_the_command_line_of_the_application=lambda: Path(f"/proc/{parent}/cmdline").read_bytes(),
    map_the_memory_of_the_application=lambda: Path(f"/proc/{parent}/maps").read_text(),
    write_a_file=lambda: marker.write_text("x") and appears(marker),
    follow_a_link_left_in_the_scratch=lambda: reveals((scratch / "left-link").read_text()),
    walk_up_with_dots=lambda: reveals((scratch / ".." / outside.name / secret.name).read_text()),
    open_by_a_folder_handle=lambda: os.open(secret.name, os.O_RDONLY, dir_fd=os.open(outside, os.O_PATH)),
)


@escape("files", bare=True)
def make_a_symbolic_link():
    link = scratch / "link"
    link.symlink_to(secret)
    return appears(link)


@escape("files", bare=True)
def make_a_hard_link():
    link = scratch / "hard"
    os.link(secret, link)
    return appears(link)


@escape("system calls", bare=True)
def make_a_pipe_the_application_would_hang_on():
    pipe = scratch / "frame-00000.jpg"
    os.mkfifo(pipe)
    return appears(pipe)


@escape("files", bare=True)
def carry_a_file_off():
    os.rename(secret, scratch / "carried")
    os.rename(scratch / "carried", secret)
    return True


@escape("files", bare=True)
def delete_a_file():
    (outside / "victim.txt").unlink()
    return True


@escape("files", bare=True)
def cut_a_file_short():
    os.truncate(outside / "short.txt", 0)
    return True


attempts(
    "files",
    change_the_programs_code=lambda: (ROOT / "library" / "program.py").open("r+"),
    plant_compiled_code=lambda: (ROOT / "library" / "planted.pyc").open("xb"),
    plant_a_start_up_file=lambda: (Path(sys.prefix) / "planted.pth").open("x"),
    plant_a_login_script=lambda: os.open("/etc/planted.sh", os.O_CREAT | os.O_WRONLY),
    use_shared_memory=lambda: os.open("/dev/shm/planted", os.O_CREAT | os.O_WRONLY),
    read_a_disk=lambda: os.open("/dev/loop0", os.O_RDONLY),
    open_the_terminal=lambda: os.open("/dev/ptmx", os.O_RDWR),
)

# ---- files, from Blender's own code


@escape("files", bare=True)
def load_a_text_block():
    return reveals(bpy.data.texts.load(str(secret)).as_string())


@escape("files", bare=True)
def load_a_picture():
    return bpy.data.images.load(str(outside / "picture.png")).pixels[:]


@escape("files", bare=True)
def load_a_sound():
    return bpy.data.sounds.load(str(secret)).pack() or True


@escape("files", bare=True)
def append_from_a_blend_file():
    with bpy.data.libraries.load(str(outside / "other.blend")) as (source, _):
        return "Scene" in source.scenes


@escape("files", bare=True)
def open_a_blend_file():
    bpy.ops.wm.open_mainfile(filepath=str(outside / "other.blend"))
    return True


@escape("files", bare=True)
def save_the_blend_file():
    bpy.ops.wm.save_as_mainfile(filepath=str(outside / "saved.blend"), copy=True)
    return appears(outside / "saved.blend")


@escape("files", bare=True)
def save_a_picture():
    image = bpy.data.images.new("x", 4, 4)
    image.filepath_raw, image.file_format = str(outside / "saved.png"), "PNG"
    image.save()
    return appears(outside / "saved.png")


@escape("files", bare=True)
def render_to_a_file():
    scene = bpy.context.scene
    scene.render.engine = "BLENDER_WORKBENCH"
    scene.render.resolution_x = scene.render.resolution_y = 8
    scene.render.filepath = str(outside / "rendered.png")
    if scene.camera is None:
        scene.camera = bpy.data.objects.new("c", bpy.data.cameras.new("c"))
    bpy.ops.render.render(write_still=True)
    return appears(outside / "rendered.png")


@escape("files", bare=True)
def export_a_model():
    bpy.ops.wm.obj_export(filepath=str(outside / "model.obj"))
    return appears(outside / "model.obj")


@escape("files", bare=True)
def write_a_library():
    bpy.data.libraries.write(str(outside / "library.blend"), {bpy.context.scene})
    return appears(outside / "library.blend")


# ---- Python by Blender's back doors

THEFT = f"stolen = open({str(secret)!r}).read()\n"


@escape("files", bare=True)
def run_a_text_block():
    text = bpy.data.texts.new("evil.py")
    text.write(THEFT)
    return reveals(text.as_module().stolen)


@escape("files", bare=True)
def run_a_script_file():
    script = scratch / "evil.py"
    script.write_text(THEFT + f"open({str(marker)!r}, 'w').write(stolen)\n")
    bpy.ops.script.python_file_run(filepath=str(script))
    return appears(marker)


@escape("files", bare=True)
def read_in_a_handler():
    found = []
    bpy.app.handlers.frame_change_post.append(lambda *_: found.append(secret.read_text()))
    bpy.context.scene.frame_set(7)
    bpy.app.handlers.frame_change_post.clear()
    return reveals(found)


@escape("files", bare=True)
def read_in_a_driver():
    found = []

    def steal():
        found.append(secret.read_text())
        return 0.0

    bpy.app.driver_namespace["steal"] = steal
    each = bpy.data.objects.new("driven", None)
    bpy.context.scene.collection.objects.link(each)
    each.driver_add("location", 0).driver.expression = "steal()"
    bpy.context.scene.frame_set(9)
    bpy.context.view_layer.update()
    return reveals(found)


@escape("files", bare=True)
def read_in_a_new_operator():
    class Evil(bpy.types.Operator):
        bl_idname, bl_label = "wm.evil", "Evil"

        def execute(self, context):
            marker.write_text("x")
            return {"FINISHED"}

    bpy.utils.register_class(Evil)
    try:
        bpy.ops.wm.evil()
    finally:
        bpy.utils.unregister_class(Evil)
    return appears(marker)


@escape("files", bare=True)
def read_in_another_thread():
    found = []
    thread = threading.Thread(target=lambda: found.append(secret.read_text()))
    hook, threading.excepthook = threading.excepthook, lambda _: None
    thread.start()
    thread.join()
    threading.excepthook = hook
    return reveals(found)


@escape("files", bare=True)
def read_in_c():
    c = ctypes.CDLL(None, use_errno=True)
    handle = c.open(os.fsencode(secret), os.O_RDONLY)
    if handle < 0:
        raise OSError(ctypes.get_errno(), "open")
    return True


@escape("environment")
def install_an_add_on_for_good():
    addon = scratch / "planted_addon.py"
    addon.write_text("bl_info = {'name': 'Planted', 'blender': (5, 0, 0), 'category': 'System'}\n")
    bpy.ops.preferences.addon_install(filepath=str(addon))
    return not bpy.utils.user_resource("SCRIPTS").startswith(str(scratch))


@escape("environment")
def make_a_start_up_file_for_good():
    bpy.ops.wm.save_homefile()
    return not bpy.utils.user_resource("CONFIG").startswith(str(scratch))


# ---- the environment

attempts(
    "environment",
    read_keys_in_the_environment=lambda: reveals(dict(os.environ)),
    read_keys_as_the_kernel_has_them=lambda: reveals(Path("/proc/self/environ").read_text()),
    find_the_home=lambda: Path.home() != scratch,
)

# ---- network

attempts(
    "system calls",
    True,
    open_a_tcp_socket=lambda: socket.socket(),
    open_a_udp_socket=lambda: socket.socket(type=socket.SOCK_DGRAM),
    open_a_local_socket=lambda: socket.socket(socket.AF_UNIX),
    open_a_pair_of_sockets=lambda: socket.socketpair(),
    open_a_netlink_socket=lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
)


@escape("system calls")
def fetch_an_address():
    return urllib.request.urlopen("http://127.0.0.1:9/", timeout=2)


# ---- processes


@escape("system calls", bare=True)
def fork():
    child = os.fork()
    if not child:
        os._exit(0)
    return os.waitpid(child, 0)


@escape("system calls", bare=True)
def run_a_shell():
    os.system(f"touch {marker}")
    return appears(marker)


attempts(
    "system calls",
    True,
    run_a_program=lambda: subprocess.run(["/bin/true"]).returncode == 0,
    spawn_a_program=lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0),
    signal_the_application=lambda: os.kill(parent, signal.SIGCONT) is None,
    hold_on_to_the_application=lambda: os.pidfd_open(parent),
)
attempts(
    "system calls",
    become_another_program=lambda: os.execv("/bin/true", ["true"]),
    signal_everybody=lambda: os.kill(-1, 0) is None,
    signal_the_group=lambda: os.killpg(os.getpgid(parent), 0) is None,
)

# ---- doors to the kernel, by number

NUMBERS = {  # name: (x86_64, aarch64), then arguments
    "trace the application": ((101, 117), 16, parent, 0, 0),
    "read the memory of the application": ((310, 270), parent, 0, 0, 0, 0, 0),
    "write the memory of the application": ((311, 271), parent, 0, 0, 0, 0, 0),
    "mount": ((165, 40), 0, 0, 0, 0, 0),
    "leave for another name space": ((272, 97), 0x10000000),
    "enter a name space": ((308, 268), 0, 0),
    "change the root": ((161, 51), b"/"),
    "load a kernel program": ((321, 280), 0, 0, 0),
    "set up an io ring": ((425, 425), 1, 0),
    "watch performance counters": ((298, 241), 0, 0, -1, -1, 0),
    "handle page faults": ((323, 282), 0),
    "read the key ring": ((250, 219), 0, -4, 0),
    "add a key": ((248, 217), b"user", b"x", b"y", 1, -4),
    "replace the kernel": ((246, 104), 0, 0, 0, 0),
    "load a module": ((175, 105), 0, 0, b""),
    "reboot": ((169, 142), 0, 0, 0, 0),
    "name the machine": ((170, 161), b"x", -1),
    "read the kernel log": ((103, 116), 9, 0, 0),
    "queue a signal": ((129, 138), parent, 0, 0),
    "make a device": ((259, 33), -100, os.fsencode(scratch / "device"), 0o20600, 0),
    "change a file's mode": ((268, 53), -100, os.fsencode(secret), 0o777, 0),
    "change a file's owner": ((260, 54), -100, os.fsencode(secret), -1, -1, 0),
    "change a file's times": ((280, 88), -100, os.fsencode(secret), 0, 0),
    "clone a process with unseen flags": ((435, 435), 0, 0),
    "clone a process": ((56, 220), 0x11 | 0x80000000, 0, 0, 0, 0),
}


def by_number(numbers: tuple[int, int], *arguments: object) -> Callable[[], object]:
    def attempt() -> object:
        c = ctypes.CDLL(None, use_errno=True)
        words = [each if isinstance(each, bytes) else ctypes.c_long(each) for each in arguments]
        if c.syscall(ctypes.c_long(numbers[os.uname().machine == "aarch64"]), *words) < 0:
            raise OSError(ctypes.get_errno(), "refused")
        return True

    return attempt


for name, (numbers, *arguments) in NUMBERS.items():
    ESCAPES.append(Escape(name, "system calls", by_number(numbers, *arguments), False))

if os.uname().machine == "x86_64":
    ESCAPES.append(Escape("call by the x32 numbers", "system calls", by_number((0x40000000 + 39, 0)), False))


@escape("system calls")
def raise_a_limit():
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return True


# ---- using things up


@escape("limits")
def take_all_memory():
    return bytearray(40 * 2**30)


@escape("limits")
def take_all_memory_in_an_array():
    import numpy as np

    return np.empty(2**33)


@escape("limits")
def take_all_memory_piece_by_piece():
    import mmap

    return [mmap.mmap(-1, 2**30) for _ in range(40)]


@escape("limits")
def start_threads_without_end():
    held = threading.Event()
    threading.stack_size(2**30)
    try:
        for _ in range(40):
            threading.Thread(target=held.wait, daemon=True).start()
    finally:
        threading.stack_size(0)
        held.set()
    return True


@escape("limits")
def fill_the_disk_with_one_file():
    file = scratch / "large"
    try:
        with file.open("wb") as out:
            out.seek(5 * 2**30)
            out.write(b"x")
    finally:
        file.unlink(missing_ok=True)
    return True


@escape("limits")
def open_files_without_end():
    handles = []
    try:
        for _ in range(5000):
            handles.append(os.open("/dev/null", os.O_RDONLY))
    finally:
        for each in handles:
            os.close(each)
    return True


def main() -> None:
    confined = sys.argv[4] == "confined"
    sys.path.insert(0, str(ROOT))
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    if confined:
        from render.sandbox import confine

        layers = [each.to_dict() for each in confine([scratch])]
        print(json.dumps({"layers": layers}), file=out, flush=True)
    global bpy
    import bpy

    if not confined:
        bpy.ops.wm.save_as_mainfile(filepath=str(outside / "other.blend"), copy=True)
    for each in ESCAPES:
        if not confined and not each.bare:
            continue
        found: dict[str, object] = {"name": each.name, "layer": each.layer, "bare": each.bare}
        try:
            found["escaped"] = bool(each.attempt())
        except BaseException as error:
            number = getattr(error, "errno", None) or getattr(getattr(error, "reason", None), "errno", None)
            found |= {"escaped": False, "error": f"{type(error).__name__}: {error}"[:200], "errno": number}
        print(json.dumps(found), file=out, flush=True)


if __name__ == "__main__":
    main()
