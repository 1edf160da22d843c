import pytest


@pytest.fixture
def small_pictures(monkeypatch):
    """Draw pictures of dots with 30 dots per inch: for tests of words, which stand in what is drawn with lines.

    Filling dots takes most of the time of a picture. What 300 dots per inch look like, tests of pictures see.
    """
    monkeypatch.setattr("exports.charts.raster._DPI", 30)
