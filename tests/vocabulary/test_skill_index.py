import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.index import CandidateHow, MatchVerdict, open_index
from fastmap.vocabulary.starter import same_skill
from tests.support.esco_packages import (
    ENGLISH,
    GERMAN,
    PYTHON,
    SKILL,
    STAFF,
    WELDING,
    english_package,
    relations_package,
    skills_table,
    write_zip,
)

STARTER = "fastmap:starter/"


@pytest.fixture(scope="module")
def starter(tmp_path_factory):
    return open_index(tmp_path_factory.mktemp("nothing imported") / "vocabulary")


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small esco")
    import_packages([english_package(folder), relations_package(folder)], folder / "vocabulary")
    return open_index(folder / "vocabulary")


def only(index, text, language="en", top=5):
    (match,) = index.match([text], language, top)
    return match


def index_of(folder, labels):
    package = write_zip(folder / "esco v1.1.1.zip", {"skills_en.csv": skills_table(labels)})
    import_packages([package], folder / "vocabulary")
    return open_index(folder / "vocabulary")


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("  tig WELDING. ", "en", "tig-welding"),
        ("Project managers", "en", "project-management"),
        ("C#", "en", "csharp"),
        ("Soldadores TIG", "es", "tig-welding"),
        ("ingles", "es", "english"),
        ("Programación  CNC", "es", "cnc-programming"),
    ],
)
def test_case_accents_punctuation_and_plural_do_not_matter(starter, text, language, slug):
    match = only(starter, text, language)

    assert match.verdict is MatchVerdict.EXACT
    assert match.is_certain
    assert match.candidates[0].uri == STARTER + slug
    assert match.candidates[0].score == 1


def test_an_equal_label_of_another_language_is_only_suggested(starter):
    match = only(starter, "soldadura TIG", "en")

    assert match.verdict is MatchVerdict.SUGGEST
    assert match.candidates[0].how is CandidateHow.OTHER_LANGUAGE
    assert match.candidates[0].uri == STARTER + "tig-welding"
    assert match.candidates[0].label == "TIG welding"
    assert match.candidates[0].name == "soldadura TIG"


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("CNC programing", "en", "cnc-programming"),
        ("welders who can do TIG", "en", "tig-welding"),
        ("progamacion de automatas", "es", "plc-programming"),
        ("mantenimento industrial", "es", "industrial-maintenance"),
    ],
)
def test_typos_and_words_around_a_skill_still_find_it(starter, text, language, slug):
    match = only(starter, text, language)

    assert match.verdict is MatchVerdict.SUGGEST
    assert match.candidates[0].uri == STARTER + slug
    assert match.candidates[0].how is CandidateHow.SIMILAR
    assert match.candidates[0].score < 1


@pytest.mark.parametrize(
    "text", ["", "-", "n/a", "N/A.", "ninguna", "none", "???", "12345", "\u200b", "\ud800", "\x00"]
)
def test_answers_without_content_match_nothing(both, text):
    assert only(both, text).verdict is MatchVerdict.NONE


def test_candidates_are_given_best_first_also_where_nothing_fits(starter):
    match = only(starter, "herding cats")

    assert match.verdict is MatchVerdict.NONE
    assert len(match.candidates) == 5
    assert [c.score for c in match.candidates] == sorted((c.score for c in match.candidates), reverse=True)


def test_no_skill_is_a_candidate_twice(both):
    for text in ("welding", "Python", "German language", "programming in python"):
        uris = [candidate.uri for candidate in only(both, text, top=20).candidates]
        assert len(set(uris)) == len(uris)


def test_there_is_one_entry_per_text_in_the_order_given(starter):
    texts = ["welding", "", "welding", "n/a", "a; b, c\nd", "TIG welding"]

    matches = starter.match(texts, "en", 2)

    assert [match.text for match in matches] == texts
    assert all(len(match.candidates) <= 2 for match in matches)


def test_a_language_that_is_not_loaded_gets_suggestions_from_the_others(starter):
    match = only(starter, "TIG welding", "fi")

    assert match.verdict is MatchVerdict.SUGGEST
    assert match.candidates[0].language in ("en", "es")


def test_a_preferred_label_beats_another_skill_s_other_name(tmp_path):
    index = index_of(
        tmp_path,
        {
            SKILL + "a": ("knowledge", "", "furnace watching", ("kiln tending",)),
            SKILL + "b": ("knowledge", "", "kiln tending", ()),
        },
    )

    match = only(index, "kiln tending")

    assert [candidate.uri for candidate in match.candidates[:2]] == [SKILL + "b", SKILL + "a"]
    assert match.is_certain


def test_a_name_that_two_skills_share_is_exact_but_left_to_a_person(tmp_path):
    index = index_of(
        tmp_path,
        {
            SKILL + "a": ("knowledge", "", "furnace watching", ("kiln tending",)),
            SKILL + "b": ("knowledge", "", "oven watching", ("kiln tending",)),
        },
    )

    match = only(index, "kiln tending")

    assert match.verdict is MatchVerdict.EXACT
    assert not match.is_certain
    assert {candidate.uri for candidate in match.candidates[:2]} == {SKILL + "a", SKILL + "b"}
    assert [candidate.score for candidate in match.candidates[:2]] == [1, 1]


def test_the_starter_list_settles_which_of_several_esco_skills_is_meant(tmp_path):
    linked = same_skill()[STARTER + "welding"]
    index = index_of(
        tmp_path,
        {
            SKILL + "a": ("knowledge", "", "join metals", ("welding",)),
            SKILL + "b": ("knowledge", "", "operate torches", ("welding",)),
            linked: ("knowledge", "", "welding techniques", ()),
        },
    )

    match = only(index, "Welding")

    assert match.is_certain
    assert match.candidates[0].uri == linked


def test_an_odd_other_name_of_esco_is_left_to_a_person_where_the_starter_list_disagrees(tmp_path):
    linked = same_skill()[STARTER + "data-analysis"]
    index = index_of(
        tmp_path,
        {
            SKILL + "a": ("knowledge", "", "statistics", ("data analysis",)),
            linked: ("knowledge", "", "data analytics", ()),
        },
    )

    match = only(index, "data analysis")

    assert match.verdict is MatchVerdict.EXACT
    assert not match.is_certain
    assert [candidate.uri for candidate in match.candidates[:2]] == [SKILL + "a", linked]


def test_a_skill_comes_with_its_kind_its_group_and_labels_in_all_languages(both):
    skill = both.skill(STAFF)

    assert skill.labels == {"en": "manage staff"}
    assert skill.kind is SkillKind.MANAGEMENT
    assert (skill.group_uri, skill.group_labels) == (SKILL + "S4.8", {"en": "group S4.8"})
    assert skill.source is SkillSource.ESCO


def test_a_starter_skill_comes_with_its_own_group(starter):
    skill = starter.skill(STARTER + "tig-welding")

    assert skill.labels == {"en": "TIG welding", "es": "soldadura TIG"}
    assert skill.group_uri == "fastmap:group/joining"
    assert skill.source is SkillSource.STARTER


def test_an_unknown_skill_is_a_key_error(both):
    with pytest.raises(KeyError):
        both.skill("http://example.org/nothing")

    assert "http://example.org/nothing" not in both


def test_a_starter_skill_gives_way_to_the_esco_concept_that_means_the_same(tmp_path, starter):
    german = same_skill()[STARTER + "german"]
    index = index_of(tmp_path, {german: ("knowledge", "transversal", "German", ())})

    match = only(index, "alemán técnico", "es")

    assert match.candidates[0].uri == german
    assert index.skill(german).labels == {"en": "German", "es": "alemán"}
    assert all(candidate.uri != STARTER + "german" for candidate in match.candidates)
    assert index.skill(STARTER + "german").labels["en"] == "German"


def test_status_lists_every_source_and_language(both):
    lines = [(line.source, line.version, line.language, line.skills) for line in both.status()]

    assert lines[-1] == (SkillSource.ESCO, "1.1.1", "en", len(ENGLISH))
    assert [(source, language) for source, _, language, _ in lines[:-1]] == [
        (SkillSource.STARTER, "en"),
        (SkillSource.STARTER, "es"),
    ]


def test_typing_finds_names_by_any_of_their_words(both):
    found = [candidate.name for candidate in both.complete("metal", "en")]

    assert "weld metals" in found
    assert "metal casting" in found


def test_what_begins_with_the_typed_letters_comes_first(starter):
    first, *_ = starter.complete("proj", "en")

    assert first.label == "project management"
    assert first.how is CandidateHow.PREFIX


def test_typed_words_may_stand_in_another_order(both):
    assert both.complete("met wel", "en")[0].uri == WELDING


def test_names_of_the_chosen_language_lead_while_typing(starter):
    languages = [candidate.language for candidate in starter.complete("p", "es")]

    assert languages == ["es"] * 8


def test_typing_with_a_typo_still_finds_something(both):
    assert PYTHON in [candidate.uri for candidate in both.complete("pithon", "en")]


def test_no_skill_is_offered_twice_while_typing(both):
    for typed in ("g", "ge", "german", "weld", "we", "p"):
        uris = [candidate.uri for candidate in both.complete(typed, "en")]
        assert len(set(uris)) == len(uris) <= 8


@pytest.mark.parametrize("typed", ["", " ", "-", "\u200b"])
def test_nothing_typed_offers_nothing(both, typed):
    assert both.complete(typed, "en") == ()


def test_a_whole_name_typed_offers_that_skill_first(both):
    for uri, (_, _, label, _) in ENGLISH.items():
        assert both.complete(label, "en")[0].uri == uri, label


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["en", "es", "xx"]))
def test_any_text_can_be_matched_and_typed(both, text, language):
    match = only(both, text, language)
    offered = both.complete(text, language)

    assert match.text == text
    assert all(0 <= candidate.score <= 1 for candidate in match.candidates)
    assert len(offered) <= 8


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(ENGLISH)), st.sampled_from(["", " ", ".", "!?", "\u00a0", "\u00ad"]))
def test_every_label_is_exact_whatever_surrounds_it(both, uri, around):
    for name in (ENGLISH[uri][2], *ENGLISH[uri][3]):
        match = only(both, f"{around}{name.upper()}{around}")

        assert match.verdict is MatchVerdict.EXACT
        assert match.candidates[0].uri == uri


def test_a_very_long_text_costs_no_more_than_a_short_one(both):
    assert only(both, "welding " * 100_000).candidates


def test_german_alone_is_the_language_not_the_words_about_it(both):
    assert only(both, "German").candidates[0].uri == GERMAN
