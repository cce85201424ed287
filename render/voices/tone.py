"""Tone control: a voice's average spectrum brought near that of human speech.

Formant synthesisers ring around 3 kHz or, in other variants, sound as from under a blanket. One filter per
voice, measured on a fixed sentence, mends both and leaves the voices different.
"""

from __future__ import annotations

import numpy as np
import scipy  # its parts load when they are first used: scipy.signal takes a second

CALIBRATION = (
    "The quick brown fox jumps over a lazy dog, while the young queen whispers six vague answers "
    "about thirty-five pleasant journeys, choosing books she enjoys reading at home."
)
"""Holds every sound of English."""

_BANDS = np.array(
    [125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000]
)
_SPEECH = np.array(
    [55.7, 55.0, 58.4, 58.8, 58.3, 61.8, 62.1, 60.5, 57.3, 55.2, 55.0, 54.5, 51.7, 51.1, 49.8, 47.6, 44.5, 41.8, 39.2]
)
"""Third-octave levels in dB of the long-term average of speech, both sexes (Byrne et al., JASA 96, 1994) with
what dialogue in films has on top: 2 dB less below 250 Hz, 2 to 3 dB more presence from 1.2 to 4 kHz; above 5 kHz
it falls, because a synthesiser's noise is coarser than breath."""

_MOST_UP, _MOST_DOWN = 6.0, 9.0
_STRENGTH = 0.75
_TAPS = 511


def correction(samples: np.ndarray, rate: int) -> np.ndarray:
    """(511,) linear-phase filter for a voice that spoke `samples` (N,) at `rate` Hz."""
    hz, power = scipy.signal.welch(samples, rate, nperseg=2048)
    edges = _BANDS * 2 ** (1 / 6), _BANDS * 2 ** (-1 / 6)
    have = np.array([power[(hz < up) & (hz >= low)].sum() for up, low in zip(*edges, strict=True)])
    difference = _SPEECH - 10 * np.log10(have + 1e-12)
    difference -= np.median(difference[(_BANDS >= 250) & (_BANDS <= 2500)])
    smooth = np.convolve(np.pad(difference, 2, mode="edge"), [0.1, 0.2, 0.4, 0.2, 0.1], "valid")
    gain = np.clip(_STRENGTH * smooth, -_MOST_DOWN, _MOST_UP)
    # Voices lower than 125 Hz keep their first harmonic; what lies below 60 Hz is rumble.
    points = [0.0, 50.0, 80.0, *_BANDS.astype(float), rate / 2]
    levels = [-60.0, -40.0, gain[0], *gain, gain[-1]]
    return scipy.signal.firwin2(_TAPS, points, 10 ** (np.array(levels) / 20), fs=rate).astype(np.float32)


def apply(samples: np.ndarray, taps: np.ndarray) -> np.ndarray:
    """The samples through the filter, without delay."""
    return scipy.signal.fftconvolve(samples, taps, mode="same").astype(np.float32) if len(samples) else samples
