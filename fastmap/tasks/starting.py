"""Starting a new assessment: the profile is checked as a whole before a file is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import report_languages
from fastmap.errors import FastmapError
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Message, message
from fastmap.model.normalise import clean_text
from fastmap.model.organisations import Cluster
from fastmap.tasks.regions import NUTS_COUNTRY, load_regions

MAX_SECTORS = 3
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""What Babel lists beside countries: unions, test codes, "unknown region"."""


def start_assessment(
    path: Path,
    *,
    name: str,
    country: str,
    nuts: str | None = None,
    sectors: tuple[str, ...] = (),
    language: str = "en",
    round_label: str | None = None,
) -> None:
    """Make the new assessment file ``path``.

    Raises `FastmapError` ``profile_wrong`` with every problem of the profile at once, or ``file_exists``.
    """
    cluster = Cluster(
        name=clean_text(name),
        country=country.strip().upper(),
        nuts=nuts.strip().upper() if nuts else None,
        sectors=tuple(sectors),
    )
    problems = tuple(profile_problems(cluster, language))
    if problems:
        raise FastmapError("profile_wrong", problems=problems)
    Assessment.create(
        path,
        cluster=cluster,
        round_label=round_label or str(datetime.now().astimezone().year),
        language=LanguageCode(language),
    ).close()


def profile_problems(cluster: Cluster, language: str) -> Iterator[Message]:
    """Yield what is wrong with a cluster's profile, each naming its field."""
    if not cluster.name:
        yield message("profile.no_name")
    yield from _place_problems(cluster)
    known = load_catalogue().sectors
    for sector in cluster.sectors:
        if sector not in known:
            yield message("profile.unknown_sector", found=sector, known=", ".join(known))
    if len(cluster.sectors) > MAX_SECTORS:
        yield message("profile.too_many_sectors", count=len(cluster.sectors), most=MAX_SECTORS)
    if language not in report_languages():
        yield message("profile.unknown_language", found=language, known=", ".join(report_languages()))


def _place_problems(cluster: Cluster) -> Iterator[Message]:
    from babel import Locale

    if len(cluster.country) != 2 or cluster.country in NO_COUNTRIES or cluster.country not in Locale("en").territories:
        yield message("profile.unknown_country", found=cluster.country)
        return
    if cluster.nuts is None:
        return
    if cluster.nuts not in {region.code for region in load_regions()}:
        yield message("profile.unknown_nuts", found=cluster.nuts)
    elif not cluster.nuts.startswith(NUTS_COUNTRY.get(cluster.country, cluster.country)):
        yield message("profile.nuts_elsewhere", found=cluster.nuts, country=cluster.country)
