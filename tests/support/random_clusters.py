"""Small clusters that hypothesis makes up: few members and skills, so that they often meet."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from fastmap.model.choices import Consequence, Fit, Hiring, HiringReason, MappingHow, Provision
from fastmap.model.skills import SetAside, Split, SplitPart
from tests.support.builders import (
    EN,
    cluster_where,
    make_mapping,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    unused,
)

PLACED = ("Welding", "Brazing", "Milling")
"""The first two share a group; the third is alone in its own."""
TEXTS = (*PLACED, "CAD", "Welding and milling", "No idea")
"""Then a text that nobody has placed, one that was split, and one that was set aside."""

people = st.none() | st.integers(0, 4)
needs = st.builds(
    make_need,
    st.sampled_from(TEXTS),
    short_now=people,
    short_12m=people,
    short_36m=people,
    joint_people=people,
    consequence=st.none() | st.sampled_from(Consequence),
    hiring=st.none() | st.sampled_from(Hiring),
    hiring_reasons=st.lists(st.sampled_from(HiringReason), max_size=2, unique=True).map(tuple),
    provision=st.none() | st.sampled_from(Provision),
)
reports = st.builds(unused, st.sampled_from(TEXTS), st.none() | st.integers(0, 4))
offers = st.tuples(
    st.sampled_from(PLACED), st.none() | st.integers(0, 12), st.sampled_from(Fit), st.none() | st.integers(0, 5)
)


@st.composite
def clusters(draw, *, min_members=3, max_members=7):
    """Return a snapshot of a few members who answered about the same few skills."""
    count = draw(st.integers(min_members, max_members))
    rows = [draw(st.lists(needs, max_size=4)) for _ in range(count)]
    unused_rows = [draw(st.lists(reports, max_size=2)) for _ in range(count)]
    offered = draw(st.lists(offers, max_size=3))
    strategic = draw(st.sets(st.sampled_from(PLACED)))
    skills = [
        make_skill(label, group="Milling" if label == "Milling" else "Joining", strategic=label in strategic)
        for label in PLACED
    ]
    snapshot = cluster_where(
        *rows,
        unused_per_member=unused_rows,
        skills=skills,
        mappings=[make_mapping(label, skill) for label, skill in zip(PLACED, skills, strict=True)],
        partners=[make_partner(f"partner-{place}", stage=offer[3]) for place, offer in enumerate(offered)],
        offers=[
            make_offer(f"fastmap:own/{label.lower()}", f"partner-{place}", places_per_year=places, fit=fit)
            for place, (label, places, fit, _) in enumerate(offered)
        ],
    )
    split = Split(
        text_key="welding and milling",
        language=EN,
        parts=(
            SplitPart(text="Welding", skill=skills[0].uri),
            SplitPart(text="milling", skill=skills[2].uri),
        ),
        how=MappingHow.BY_HAND,
    )
    return replace(snapshot, splits=(split,), set_aside=(SetAside(text_key="no idea", language=EN),))
