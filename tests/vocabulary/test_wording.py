import pytest

from fastmap.vocabulary.wording import wordings


@pytest.mark.parametrize(
    ("language", "key", "worded"),
    [
        ("de", "schweissfachkrafte", ("Schweißen", "welding")),
        ("de", "excelkenntnisse", ("excel",)),
        ("de", "fachkraft", ()),
        ("fr", "api", ("automate programmable industriel", "programmable logic controller")),
        ("en", "api", ("application programming interface",)),
        ("es", "prl", ("prevención de riesgos laborales", "occupational health and safety")),
        ("hu", "cnc", ("számjegyvezérlés", "computer numerical control")),
        ("sv", "cad konstruktion", ("computer aided design konstruktion",)),
        ("en", "welding", ()),
    ],
)
def test_abbreviations_are_written_out_and_compounds_cut(language, key, worded):
    assert wordings(key, language) == worded
