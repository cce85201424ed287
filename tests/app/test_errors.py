import pickle

import pytest

from app.errors import LAYERS, ShotwrightError


@pytest.mark.parametrize("layer", LAYERS)
def test_says_layer_what_and_hint_and_survives_the_process_border(layer):
    error = ShotwrightError(layer, "cannot open a.fountain", "Check the name.")
    assert all(part in str(error) for part in (layer, "cannot open a.fountain", "Check the name."))
    for copy in (pickle.loads(pickle.dumps(error)), ShotwrightError.from_dict(error.to_dict())):
        assert (copy.layer, copy.what, copy.hint) == (error.layer, error.what, error.hint)


def test_unknown_layer_is_refused():
    with pytest.raises(ValueError, match="unknown error layer"):
        ShotwrightError("weather", "rain")
