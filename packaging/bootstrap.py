"""Sets Shotwright up and starts it: `python packaging/bootstrap.py COMMAND`.

Runs under any Python from 3.8 on, with the standard library only; Shotwright itself runs under the
Python 3.13 this finds, in the environment `.venv` this makes. A second run takes a fraction of a second.
"""

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path

import environment
import interpreters
import system_libraries

ROOT = Path(__file__).resolve().parent.parent
EXIT_SETUP = 3
MOST_TESTERS = 4  # each may have a Blender of its own, about half a gigabyte


def main(argv=None):
    """Runs the command line; returns the exit status (2: wrong use, 3: setting up failed)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = _parser().parse_args(arguments[:1])
    try:
        return COMMANDS[options.command](arguments[1:])
    except interpreters.InterpreterMissingError as error:
        print(no_interpreter(error.seen), file=sys.stderr)
    except (environment.SetupError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("Interrupted; the next run carries on from here.", file=sys.stderr)
        return 130
    return EXIT_SETUP


def _parser():
    lines = [f"  {name:8} {function.__doc__.splitlines()[0]}" for name, function in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        usage="python packaging/bootstrap.py COMMAND [ARGUMENTS]",
        description="Sets Shotwright up and starts it.",
        epilog="commands:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", metavar="COMMAND", choices=list(COMMANDS), help="one of the commands below")
    return parser


def setup(arguments):
    """Make or update .venv and check the system libraries."""
    env = prepare(retry_libraries=True)
    print(f"Ready: {env.scripts / 'shotwright'}")
    return 0


def test(arguments):
    """Run the tests without a display, a file on each core; arguments go to pytest (-n0 runs one after the other)."""
    env = prepare()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    cores = min(os.cpu_count() or 1, MOST_TESTERS)
    # in the order of the files: by their size the long ones of one test each would come last, one after the other
    spread = ["-n", str(cores), "--dist", "loadfile", "--no-loadscope-reorder"]
    return start([env.python, "-m", "pytest", *spread, *arguments], folder=ROOT)


def film(arguments):
    """Make a film: film "IDEA" [--out film.mp4] [--quality animatic]; other arguments go to shotwright film."""
    command = film_arguments(arguments, os.environ)
    if command is None:
        print('error: no idea given. Example: film "Two old friends meet by chance"', file=sys.stderr)
        return 2
    env = prepare()
    return start(shotwright(env, *command))


def film_arguments(arguments, environ):
    """The arguments of `shotwright` for our `film` command, or None when no idea is among them.

    The idea may come as a word, by --idea, or from the environment, where make puts it to keep quotes
    and dollar signs as typed; it goes last, behind "--", so that it may start with a dash.
    """
    parser = argparse.ArgumentParser(prog="film", add_help=False, allow_abbrev=False)
    parser.add_argument("--idea", default=environ.get("SHOTWRIGHT_IDEA", ""))
    parser.add_argument("-o", "--out", default=environ.get("SHOTWRIGHT_OUT") or "film.mp4")
    parser.add_argument("--quality", default=environ.get("SHOTWRIGHT_QUALITY") or "animatic")
    known, others = parser.parse_known_args(arguments)
    if not known.idea.strip() and not others:
        return None
    words = ["--", known.idea] if known.idea.strip() else []
    return ["film", "-o", known.out, "--quality", known.quality, *others, *words]


def studio(arguments):
    """Open the window; arguments go to shotwright studio."""
    env = prepare()
    return start(shotwright(env, "studio", *arguments))


def doctor(arguments):
    """Tell what works on this machine; --json for programs."""
    env = prepare()
    return start(shotwright(env, "doctor", *arguments))


def lint(arguments):
    """Check style and import contracts."""
    env = prepare()
    checks = (
        [env.python, "-m", "ruff", "check", "."],
        [env.python, "-m", "ruff", "format", "--check", "."],
        [env.python, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
    )
    return max(subprocess.call([str(part) for part in check], cwd=str(ROOT)) for check in checks)


def lock(arguments):
    """Bring requirements.lock in line with pyproject.toml (needs uv); --upgrade takes the newest of everything."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--extra", "dev", "--universal", "--python-version", "3.13"]
    # Hashes instead of an index address: any mirror will do.
    command += ["--generate-hashes", "--quiet", "--output-file", "requirements.lock", *arguments]
    try:
        return subprocess.call(command, cwd=str(ROOT), env=dict(os.environ, UV_CUSTOM_COMPILE_COMMAND="make lock"))
    except FileNotFoundError:
        raise environment.SetupError("uv is not installed; it is needed only to write the lock file.") from None


COMMANDS = {
    "setup": setup,
    "test": test,
    "film": film,
    "studio": studio,
    "doctor": doctor,
    "lint": lint,
    "lock": lock,
}


def prepare(retry_libraries=False):
    """The environment, up to date, with the system libraries checked. Raises SetupError."""
    against = environment.unsupported(platform.system(), platform.machine(), environment.libc())
    if against:
        raise environment.SetupError(against)
    env = environment.Environment(ROOT)
    steps = env.outdated()
    if "environment" in steps and not env.usable():
        interpreters.find()  # without one nothing else is worth doing
    if platform.system() == "Linux":
        libraries(install=bool(steps) or retry_libraries)
    env.update(say=lambda text: print(text, flush=True))
    return env


def libraries(install):
    """Checks the system libraries, gets missing ones with apt where that is allowed (and `install` is set).

    Raises SetupError when one is missing that nothing works without; warns about the others.
    """
    entries = system_libraries.table()
    missing = system_libraries.missing(entries)
    if missing and install and system_libraries.can_install():
        print(f"Installing {len(missing)} system libraries …", flush=True)
        system_libraries.install(missing)
        missing = system_libraries.missing(entries)
    if not missing:
        return
    distribution = system_libraries.this_family()
    names = ", ".join(entry["library"] for entry in missing)
    command = system_libraries.install_command(missing, distribution, root=getattr(os, "geteuid", lambda: 1)() == 0)
    advice = f"Get them with:\n  {command}" if command else "Install the packages of your system that contain them."
    if any(entry["needed"] for entry in missing):
        raise environment.SetupError(f"system libraries are missing: {names}.\n{advice}")
    if install:
        print(f"Note: for a window on a screen and for sound these libraries are missing: {names}.\n{advice}")


def no_interpreter(seen):
    """What to tell a person on whose machine no Python 3.13 was found."""
    lines = ["error: no Python 3.13 found. Blender's wheel needs exactly that version."]
    lines += [f"  {path} {against}" for path, against in sorted(seen.items())]
    lines += ["Any one of these gets it:", "  uv python install 3.13", "  pyenv install 3.13"]
    lines += {
        "Linux": ["  the package python3.13 with python3.13-venv, where the system offers it"],
        "Darwin": ["  brew install python@3.13"],
        "Windows": ["  winget install Python.Python.3.13"],
    }.get(platform.system(), [])
    lines.append("If it is in an unusual place, set SHOTWRIGHT_PYTHON to its path.")
    return "\n".join(lines)


def shotwright(env, *arguments):
    """The command that runs Shotwright. Not by its script: pip's scripts fail where the path holds a quote."""
    return [env.python, "-P", "-m", "ui.cli", *arguments]


def start(command, folder=None):
    """Runs a program of the environment in this one's place; returns its exit status where that cannot be done."""
    command = [str(part) for part in command]
    sys.stdout.flush()
    if folder is not None:
        os.chdir(str(folder))
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
