"""How a line is delivered, from plain words: "whispering", "angry, loud", "tired"."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import numpy as np

from app.voice import Voice


@dataclass(frozen=True)
class Delivery:
    """Changes to a voice: pitch and range in the voice's own steps, rate as a factor, gain in dB."""

    pitch: int = 0
    range: int = 0
    rate: float = 1.0
    gain_db: float = 0.0

    def __add__(self, other: Delivery) -> Delivery:
        return Delivery(
            self.pitch + other.pitch,
            self.range + other.range,
            self.rate * other.rate,
            self.gain_db + other.gain_db,
        )

    def applied(self, voice: Voice) -> Voice:
        """The voice speaking this way, within the limits of a voice and of good taste."""
        return voice.model_copy(
            update={
                "pitch": int(np.clip(voice.pitch + np.clip(self.pitch, -15, 15), 0, 99)),
                "range": int(np.clip(voice.range + np.clip(self.range, -35, 35), 0, 99)),
                "rate": int(np.clip(round(voice.rate * np.clip(self.rate, 0.75, 1.3)), 80, 400)),
            }
        )


SHOUT = Delivery(pitch=9, range=18, rate=1.0, gain_db=4.0)

DELIVERIES: dict[str, tuple[str, Delivery]] = {
    "shouting": (r"shout|yell|scream|loud|call(s|ing)? out", SHOUT),
    "whispering": (r"whisper|hush|under (his|her|their) breath", Delivery(-5, -22, 0.92, -6.0)),
    "quiet": (r"quiet|soft|gentl|murmur|mutter|mumbl", Delivery(-3, -12, 0.95, -3.5)),
    "angry": (r"angr|furious|rage|snap|hiss|harsh|bitter|frustrat|irritat|annoy", Delivery(3, 15, 1.06, 2.0)),
    "sad": (r"\bsad|griev|mourn|cry|tear|sob|heartbr|depress|defeated|broken", Delivery(-5, -15, 0.87, -1.5)),
    "tired": (r"tired|weary|exhaust|sleep|bored|flat|deadpan", Delivery(-4, -20, 0.88, -1.0)),
    "happy": (r"happ|joy|cheer|laugh|smil|delight|warm|proud", Delivery(4, 14, 1.04, 0.5)),
    "excited": (r"excit|eager|thrill|enthus|amaz|surpris|astonish", Delivery(7, 20, 1.1, 1.5)),
    "afraid": (r"afraid|fear|scare|terrif|panic|nervous|anxious|worr|trembl", Delivery(6, 4, 1.09, 0.0)),
    "hurried": (r"hurr|quick|fast|rush|urgent|breathless", Delivery(2, 4, 1.15, 0.5)),
    "slow": (r"\bslow|hesita|pause|thoughtful|pensive|careful", Delivery(-1, -4, 0.86, 0.0)),
    "cold": (r"\bcold|icy|stern|serious|grave|firm|menac|threat", Delivery(-5, -14, 0.95, 0.0)),
}
"""Name -> (pattern of the words that ask for it, what it does)."""


def delivery_of(words: str, shout: bool = False) -> Delivery:
    """What the words ask for, several together added up; `shout`: the line itself is written in capitals."""
    out = SHOUT if shout else Delivery()
    for name, (pattern, each) in DELIVERIES.items():
        if re.search(pattern, words, re.IGNORECASE) and not (shout and name == "shouting"):
            out += each
    return out


def variation(line: str) -> Delivery:
    """A touch of pitch and pace that falls by the words, so that nobody says every line in the same breath."""
    turn = zlib.crc32(line.encode())
    return Delivery(pitch=turn % 5 - 2, range=turn // 5 % 9 - 4, rate=0.97 + 0.01 * (turn // 45 % 7))
