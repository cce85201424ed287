"""Programme loudness and peaks (ITU-R BS.1770-4), and a limiter."""

from __future__ import annotations

import numpy as np
import scipy  # its parts load when they are first used: scipy.signal takes a second

_BLOCK_S, _OVERLAP = 0.4, 0.75
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0

SILENCE = -120.0


def k_weight(samples: np.ndarray, rate: int) -> np.ndarray:
    """Samples (..., N) through the two filters of BS.1770, their analogue prototypes brought to any rate
    (gain 4 dB shelf at 1682 Hz, high-pass at 38 Hz)."""
    out = np.asarray(samples, np.float64)
    k = np.tan(np.pi * 1681.974450955533 / rate)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    mid = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf = np.array([high + mid * k / q + k * k, 2 * (k * k - high), high - mid * k / q + k * k]) / a0
    out = scipy.signal.lfilter(shelf, [1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0], out)
    k, q = np.tan(np.pi * 38.13547087602444 / rate), 0.5003270373238773
    a0 = 1 + k / q + k * k
    return scipy.signal.lfilter([1.0, -2.0, 1.0], [1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0], out)


def loudness(samples: np.ndarray, rate: int) -> float:
    """Integrated loudness in LUFS of mono (N,) or (N, channels) samples; `SILENCE` for silence.
    Sounds shorter than a 400 ms block are measured as one block."""
    power = k_weight(np.atleast_2d(np.asarray(samples, np.float64).T), rate) ** 2
    total = power.sum(0)
    size = round(_BLOCK_S * rate)
    if len(total) < size:
        return _level(total.mean()) if len(total) else SILENCE
    sums = np.concatenate([[0.0], np.cumsum(total)])
    starts = np.arange(0, len(total) - size + 1, round(size * (1 - _OVERLAP)))
    blocks = (sums[starts + size] - sums[starts]) / size
    blocks = blocks[blocks > _power(_ABSOLUTE_GATE)]
    if not len(blocks):
        return SILENCE
    gated = blocks[blocks > _power(_level(blocks.mean()) + _RELATIVE_GATE)]
    return _level(gated.mean())


def true_peak(samples: np.ndarray) -> float:
    """Largest absolute value between the samples too (four times oversampled along the first axis)."""
    if not np.size(samples):
        return 0.0
    return float(np.abs(scipy.signal.resample_poly(np.asarray(samples, np.float64), 4, 1, axis=0)).max())


def limit(samples: np.ndarray, rate: int, ceiling: float = 0.84, reach_s: float = 0.005) -> np.ndarray:
    """(N,) or (N, channels) with no value above `ceiling`: gain goes down ahead of a peak within `reach_s` and
    comes back as smoothly; all channels alike. 0.84 is -1.5 dBFS, which leaves room for lossy coding."""
    samples = np.asarray(samples, np.float32)
    peak = np.abs(samples) if samples.ndim == 1 else np.abs(samples).max(1)
    if not len(peak) or peak.max() <= ceiling:
        return samples
    reach = max(1, round(reach_s * rate))
    gain = np.minimum(1.0, ceiling / np.maximum(peak, 1e-9)).astype(np.float64)
    gain = scipy.ndimage.minimum_filter1d(gain, 2 * reach + 1, mode="nearest")
    gain = scipy.ndimage.uniform_filter1d(gain, 2 * reach + 1, mode="nearest")
    out = samples * (gain if samples.ndim == 1 else gain[:, None])
    return np.clip(out, -ceiling, ceiling).astype(np.float32)


def _level(power: float) -> float:
    return float(-0.691 + 10 * np.log10(power)) if power > 1e-12 else SILENCE


def _power(level: float) -> float:
    return 10 ** ((level + 0.691) / 10)
