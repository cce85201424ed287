import errno
import pickle

import pytest

from app.errors import LAYERS, ShotwrightError, disk_error


@pytest.mark.parametrize("layer", LAYERS)
def test_reads_as_sentences_and_survives_the_process_border(layer):
    error = ShotwrightError(layer, "cannot open a.fountain", "Check the name.")
    assert str(error).endswith(": cannot open a.fountain. Check the name.")
    for copy in (pickle.loads(pickle.dumps(error)), ShotwrightError.from_dict(error.to_dict())):
        assert (copy.layer, copy.what, copy.hint) == (error.layer, error.what, error.hint)


def test_unknown_layer_is_refused():
    with pytest.raises(ValueError, match="unknown error layer"):
        ShotwrightError("weather", "rain")


def test_disk_error_says_what_and_where():
    error = disk_error(OSError(errno.ENOSPC, "No space left on device"), "/films/a.mp4")
    assert error.layer == "disk" and "/films/a.mp4" in str(error) and "full" in str(error)
