"""The analysis a second time, in plain Python from the words of domain.md alone, to check the fast one against.

It shares no code with fastmap.analysis, knows no frame, and does not care how long it takes.
"""

from __future__ import annotations

from fastmap.model.choices import Consequence, Fit, Hiring, HiringReason, Provision, ResponseState, Verdict
from fastmap.model.normalise import text_key
from tests.support.builders import uri_of

WORSE = [Consequence.LITTLE, Consequence.COST, Consequence.DELAYS, Consequence.ORDERS, Consequence.STOPS]
POINTS = {
    Consequence.STOPS: 4,
    Consequence.ORDERS: 4,
    Consequence.DELAYS: 3,
    Consequence.COST: 2,
    Consequence.LITTLE: 1,
}
HIRES = [Hiring.NOT_TRIED, Hiring.FILLED, Hiring.HARD, Hiring.NOT_FILLED]
FIGURES = ("short_now", "short_12m", "short_36m", "joint_people")
WEIGHTS = {"reach": 0.30, "size": 0.25, "severity": 0.20, "urgency": 0.15, "scarcity": 0.10}


def group_of(snapshot):
    return {skill.uri: skill.group_uri for skill in snapshot.skills if skill.group_uri}


def uris_for(text, response, snapshot):
    """One skill, several where the text was split, none where it was set aside."""

    def is_about(decision):
        return decision.text_key == text_key(text) and decision.language == response.language

    for mapping in snapshot.mappings:
        if is_about(mapping):
            return [mapping.skill]
    for split in snapshot.splits:
        if is_about(split):
            return sorted({part.skill for part in split.parts})
    if any(is_about(text_aside) for text_aside in snapshot.set_aside):
        return []
    return [uri_of(text)]


def accepted(snapshot):
    codes = {member.code for member in snapshot.members}
    return [r for r in snapshot.responses if r.state is ResponseState.ACCEPTED and r.member in codes]


def largest(values):
    known = [value for value in values if value is not None]
    return max(known) if known else None


def total(values):
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def said_by_member(snapshot):
    """Return what each member says of each skill: {(skill, member): one dictionary}."""
    rows: dict = {}
    for response in accepted(snapshot):
        for need in response.needs:
            for uri in uris_for(need.skill_text, response, snapshot):
                rows.setdefault((uri, response.member), []).append(need)
    said = {}
    for key, needs in rows.items():
        one = {figure: largest([getattr(need, figure) for need in needs]) for figure in FIGURES}
        consequences = [need.consequence for need in needs if need.consequence]
        hires = [need.hiring for need in needs if need.hiring]
        one["consequence"] = max(consequences, key=WORSE.index) if consequences else None
        one["hiring"] = max(hires, key=HIRES.index) if hires else None
        one["reasons"] = {
            reason
            for need in needs
            if need.hiring in (Hiring.HARD, Hiring.NOT_FILLED)
            for reason in need.hiring_reasons
        }
        one["provisions"] = {need.provision for need in needs if need.provision}
        both = one["short_now"] is not None and one["short_12m"] is not None
        one["urgent"] = (one["short_now"], max(one["short_now"], one["short_12m"])) if both else None
        one["by_skill"] = {key[0]: one["short_12m"] or 0}
        said[key] = one
    return said


def said_of_groups(said, snapshot):
    """Return what each member says of each group: people summed, the worst of the rest."""
    groups = group_of(snapshot)
    gathered: dict = {}
    for (skill, member), one in said.items():
        if skill in groups:
            gathered.setdefault((groups[skill], member), []).append(one)
    result = {}
    for key, ones in gathered.items():
        consequences = [one["consequence"] for one in ones if one["consequence"]]
        hires = [one["hiring"] for one in ones if one["hiring"]]
        urgent = [one["urgent"] for one in ones if one["urgent"]]
        result[key] = {
            **{figure: total([one[figure] for one in ones]) for figure in FIGURES},
            "consequence": max(consequences, key=WORSE.index) if consequences else None,
            "hiring": max(hires, key=HIRES.index) if hires else None,
            "reasons": set().union(*(one["reasons"] for one in ones)),
            "provisions": set().union(*(one["provisions"] for one in ones)),
            "urgent": (sum(now for now, _ in urgent), sum(most for _, most in urgent)) if urgent else None,
            "by_skill": {skill: people for one in ones for skill, people in one["by_skill"].items()},
        }
    return result


def everything_said(snapshot, level):
    said = said_by_member(snapshot)
    said = said if level == "skills" else said_of_groups(said, snapshot)
    by_subject: dict = {}
    for (subject, member), one in said.items():
        by_subject.setdefault(subject, {})[member] = one
    return by_subject


def unused_reporters(snapshot, level):
    groups = group_of(snapshot)
    reporters: dict = {}
    for response in accepted(snapshot):
        for report in response.unused:
            for skill in uris_for(report.skill_text, response, snapshot):
                subject = skill if level == "skills" else groups.get(skill)
                if subject:
                    reporters.setdefault(subject, set()).add(response.member)
    return reporters


def quantities(ones, answered):
    """Return the quantities of one skill or group. ``ones``: what its users say."""
    tried = [one for one in ones if one["hiring"] not in (None, Hiring.NOT_TRIED)]
    hard = [one for one in tried if one["hiring"] is not Hiring.FILLED]
    points = [POINTS[one["consequence"]] for one in ones if one["consequence"]]
    urgent = [one["urgent"] for one in ones if one["urgent"]]
    most = sum(pair[1] for pair in urgent)
    return {
        "users": len(ones),
        **{figure: total([one[figure] for one in ones]) for figure in FIGURES},
        "reach": len(ones) / answered if answered else None,
        "severity": sum(points) / len(points) if points else None,
        "urgency": sum(pair[0] for pair in urgent) / most if most else None,
        "scarcity": len(hard) / len(tried) if tried else None,
    }


def priorities(by_subject, least=3):
    """Return {subject: (priority, rank)} for those with ``least`` users. ``by_subject``: their quantities."""
    ranked = {subject: q for subject, q in by_subject.items() if q["users"] >= least}
    sizes = sorted(q["short_12m"] for q in ranked.values() if q["short_12m"] is not None)
    values = {}
    for subject, q in ranked.items():
        parts = {"reach": q["users"] / max(1, *(other["users"] for other in ranked.values()))}
        if q["short_12m"] is not None and len(sizes) > 1:
            places = [place for place, size in enumerate(sizes, start=1) if size == q["short_12m"]]
            parts["size"] = (sum(places) / len(places) - 1) / (len(sizes) - 1)
        if q["severity"] is not None:
            parts["severity"] = (q["severity"] - 1) / 3
        if q["urgency"] is not None:
            parts["urgency"] = q["urgency"]
        if q["scarcity"] is not None:
            parts["scarcity"] = q["scarcity"]
        weight = sum(WEIGHTS[name] for name in parts)
        values[subject] = 100 * sum(WEIGHTS[name] * part for name, part in parts.items()) / weight
    ranks = {subject: 1 + sum(other > value + 1e-7 for other in values.values()) for subject, value in values.items()}
    return {subject: (values[subject], ranks[subject]) for subject in values}


def verdict(subject, ones, unused, snapshot, level):
    """Return the verdict and its votes on one skill or group."""
    skills = [subject] if level == "skills" else [uri for uri, group in group_of(snapshot).items() if group == subject]
    offers = [offer for offer in snapshot.offers if offer.skill in skills]
    fitting = [offer for offer in offers if offer.fit is not Fit.NO]
    short: dict = {}
    for one in ones:
        for skill, people in one["by_skill"].items():
            short[skill] = short.get(skill, 0) + people
    places = {skill: sum(offer.places_per_year or 0 for offer in fitting if offer.skill == skill) for skill in short}
    needed = sum(short.values())
    unknown = any(offer.places_per_year is None for offer in fitting)
    if level == "skills":
        enough = needed > 0 and places[subject] > 0 and places[subject] >= needed
    else:
        enough = needed > 0 and 10 * sum(min(places[s], short[s]) for s in short) >= 8 * needed
    too_small = needed > 0 and bool(fitting) and not enough and not unknown
    unfit = len(fitting) < len(offers)

    def members(test):
        return sum(bool(test(one)) for one in ones)

    for_shortage = members(lambda one: HiringReason.FEW_APPLICANTS in one["reasons"])
    for_shortage += members(lambda one: one["provisions"] & {Provision.NONE, Provision.SMALL}) + too_small
    for_mismatch = members(lambda one: HiringReason.LACKED_SKILL in one["reasons"])
    for_mismatch += members(lambda one: Provision.MISFIT in one["provisions"]) + unfit
    for_uptake = members(lambda one: Provision.FITS in one["provisions"]) + (enough and not unfit)

    votes = (for_shortage, for_mismatch, for_uptake)
    if len(ones) < 3:
        strategic = any(skill.strategic for skill in snapshot.skills if skill.uri in skills)
        if unused >= 3:
            return Verdict.OVER_QUALIFICATION, votes
        return (Verdict.DEFICIT if strategic and not enough else Verdict.NOT_ENOUGH_EVIDENCE), votes
    gave = [one for one in ones if one["short_now"] is not None or one["short_12m"] is not None]
    are_short = [one for one in gave if one["short_now"] or one["short_12m"]]
    tried = [one for one in ones if one["hiring"] not in (None, Hiring.NOT_TRIED)]
    hard = [one for one in tried if one["hiring"] is not Hiring.FILLED]
    calm = 10 * len(are_short) < 3 * len(gave) or not gave
    if calm and (10 * len(hard) < 3 * len(tried) or not tried):
        return Verdict.BALANCED, votes
    best = max(for_shortage, for_mismatch)
    if best < for_uptake:
        return Verdict.UPTAKE_GAP, votes
    if for_shortage == for_mismatch:
        return Verdict.SHORTAGE_OR_MISMATCH, votes
    return (Verdict.SHORTAGE if for_shortage > for_mismatch else Verdict.MISMATCH), votes


def verdicts(snapshot, level):
    """Return {subject: (verdict, votes)} for everything that is named, unused or strategic."""
    said, unused = everything_said(snapshot, level), unused_reporters(snapshot, level)
    groups = group_of(snapshot)
    strategic = {skill.uri for skill in snapshot.skills if skill.strategic}
    strategic = strategic if level == "skills" else {groups[uri] for uri in strategic if uri in groups}
    return {
        subject: verdict(subject, list(said.get(subject, {}).values()), len(unused.get(subject, ())), snapshot, level)
        for subject in {*said, *unused, *strategic}
    }
