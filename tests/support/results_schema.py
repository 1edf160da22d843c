"""The JSON Schema of a report's JSON: `python -m tests.support.results_schema --out docs/results.schema.json`.

It is derived from what reports of very different clusters really hold, in both editions, so that it cannot tell another
shape than the program writes; what the parts mean is said here. A test holds the document to it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from fastmap.catalogue.texts import load_texts
from fastmap.report.build import build_report
from tests.report.whole_cluster import MADE_ON, empty_results, whole_results
from tests.support.builders import assess, shipped_catalogue
from tests.support.decision_texts import sample_results
from tests.support.everything import everything

Json = dict[str, Any]
DOCUMENT: Final = Path(__file__).resolve().parents[2] / "docs" / "results.schema.json"
MEANINGS: Final[Mapping[str, str]] = {
    "fastmap": "The program and the catalogue of rules that worked this out.",
    "cluster": "The cluster as it is recorded.",
    "round": "The round of asking, and the grant it is reported under.",
    "quality": "Who was asked and who answered, and what limits the answers.",
    "priority_weights": "Weights of the parts of the priority: used, and those of the catalogue.",
    "lead_level": "Whether skills or groups of skills carry the conclusions.",
    "skills": "Every skill that was named: figures, rank, conclusion and supply.",
    "groups": "The same for groups of skills; people are added up, a firm counts once.",
    "unmatched": "Texts that have no place in the vocabulary yet.",
    "ecosystem": "Partners, offers, links and introductions to make.",
    "grid": "The actions by cell of the typology: scope and complexity.",
    "balance": "What is said of the balance of the grid.",
    "practices": "Practices that the cluster recorded itself.",
    "steps": "How far the cluster is on each of the four steps.",
    "recommendations": "Decisions to take, best first, with every reason.",
    "keep_and_deepen": "What runs already and answers a need.",
    "near_misses": "What would be recommended if one condition were met.",
    "roadmap": "Actions over time, with milestones, days and costs.",
    "specialisation": "Need by kind of skill and by smart-specialisation priority.",
    "representation": "Whose answers are missing, and what weighting would change.",
    "second_sources": "What sources beyond the answers say of each conclusion.",
    "interests": "What partners named in decisions have to do with the cluster and its money.",
    "costs": "Recorded budgets by source and horizon.",
    "figures": "How every figure is worked out.",
    "workshops": "Workshops: agenda, what was said and decided, and votes with dots beside the survey.",
    "kpis": "The ledger of the funder's figures.",
    "team": "The cluster team's self-assessment.",
    "since_last_round": "The comparison with the round before, of firms that answered both.",
    "privacy": "What the anonymous edition withholds, and from how many members figures are shown.",
}
_NEVER_NULL: Final = frozenset({"key", "id", "uri", "code", "version"})
_MOST_KEYS: Final = 40
"""An object of more names than this is a list by name, too."""
_BY_NAME: Final = frozenset({"labels", "languages", "barriers", "used", "withheld", "votes", "grid", "steps"})
"""Lists by name, all of one shape, whatever their names are."""


def outputs() -> Iterator[Json]:
    """Yield the JSON of reports of an empty, a usual and a completely filled cluster and the sample, in both editions."""
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_results(Path(folder))
    for results in (empty_results(), whole_results(), assess(everything().snapshot), sample):
        for anonymous in (False, True):
            report = build_report(results, shipped_catalogue(), load_texts("en"), anonymous=anonymous, made_on=MADE_ON)
            yield json.loads(json.dumps(dict(report.data)))


def schema() -> Json:
    """Return the schema of everything that `outputs` yields."""
    found = _merged(list(outputs()), "")
    for key, meaning in MEANINGS.items():
        found["properties"][key] = {"description": meaning, **found["properties"][key]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Results of a fast mapping of skills needs",
        "description": "What `fastmap analyse --json` prints and data/results.json of a pack holds. null means not known,"
        " never zero. Keys are never renamed or taken away; later versions may add some.",
        **found,
    }


def _merged(values: list[Any], name: str) -> Json:
    """Return the schema that all ``values``, found under the key ``name``, keep to."""
    kinds = {_kind(value) for value in values}
    if kinds <= {"null"}:
        return {}  # of what no cluster tells, the schema promises nothing
    found: Json = {}
    if kinds - {"object", "array"} and name not in _NEVER_NULL:
        kinds.add("null")  # what is not known is null wherever it stands
    if kinds:
        found["type"] = sorted(kinds) if len(kinds) > 1 else next(iter(kinds))
    if objects := [value for value in values if isinstance(value, dict)]:
        found |= _object(objects, name)
    if arrays := [value for value in values if isinstance(value, list)]:
        items = [item for array in arrays for item in array]
        found["items"] = _merged(items, "") if items else {}
    return found


def _object(objects: list[Json], name: str) -> Json:
    keys = list(dict.fromkeys(key for one in objects for key in one))
    always = [key for key in keys if all(key in one for one in objects)]
    is_by_name = name in _BY_NAME or len(keys) > _MOST_KEYS or (bool(keys) and not always and name != "")
    if is_by_name or not keys:
        return (
            {"additionalProperties": _merged([value for one in objects for value in one.values()], "")} if keys else {}
        )
    properties = {key: _merged([one[key] for one in objects if key in one], key) for key in keys}
    return {"properties": properties, "required": always}


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
    return "object"


def document() -> str:
    """Return the schema as it is kept."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the schema."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--out", type=Path, default=DOCUMENT)
    parser.parse_args().out.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
