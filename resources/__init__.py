"""Files the application needs beside its code: icons, fonts, prompts, lexicons."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
