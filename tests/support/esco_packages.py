"""Small ESCO packages in the layouts of the official ones, and where the real ones may lie."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

ESCO_DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "esco"
REAL_ENGLISH = ESCO_DATA / "ESCO dataset - v1.1.1 - classification - en - csv.zip"
REAL_RELATIONS = ESCO_DATA / "ESCO dataset - v1.1.1 - classification -  - csv.zip"
REAL_SPANISH = ESCO_DATA / "ESCO dataset - v1.0.x - classification - es - csv.zip"
REAL_PARTIAL = ESCO_DATA / "ESCO dataset - v1.2.0 - classification - en - csv (partial, no skills file).zip"

SKILL = "http://data.europa.eu/esco/skill/"
WELDING, GERMAN, PYTHON, RECYCLING, TEAMS, STAFF = (
    SKILL + name for name in ("welding", "german", "python", "recycling", "teams", "staff")
)
GROUPS = {"S": "skills", "K": "knowledge", "L": "language skills", "T": "transversal skills"}

ENGLISH = {
    WELDING: ("skill/competence", "sector-specific", "weld metals", ("weld", "join\u00a0metals by heat", "weld")),
    GERMAN: ("knowledge", "transversal", "German", ("German language",)),
    PYTHON: ("knowledge", "sector-specific", "Python (computer programming)", ("Python",)),
    RECYCLING: ("skill/competence", "cross-sector", "recycle materials", ("material recycling",)),
    TEAMS: ("skill/competence", "transversal", "work in teams", ("teamwork",)),
    STAFF: ("skill/competence", "cross-sector", "manage staff", ("lead employees", "handle personnel")),
}
SPANISH = {
    WELDING: ("skill/competence", "sector-specific", "soldar metales", ("unir metales con calor",)),
    GERMAN: ("knowledge", "transversal", "alemán", ()),
}
WIDE = ("conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "hiddenLabels", "status")
NARROW = ("conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "description")


def needs_real_esco(*paths):
    """Skip a test where the official packages do not lie beside the repository."""
    if not all(path.is_file() for path in paths):
        pytest.skip("the ESCO packages are not beside this repository (../shared/data/esco)")


def skills_table(labels, header=WIDE, *, status="released"):
    rows = []
    for uri, (skill_type, reuse, preferred, others) in labels.items():
        values = {
            "conceptType": "KnowledgeSkillCompetence",
            "conceptUri": uri,
            "skillType": skill_type,
            "reuseLevel": reuse,
            "preferredLabel": preferred,
            "altLabels": "\n".join(others),
            "status": status,
        }
        rows.append([values.get(name, "") for name in header])
    return as_csv(header, rows)


def collection_table(*uris):
    header = ("conceptType", "conceptUri", "preferredLabel", "skillType", "altLabels", "broaderConceptUri")
    return as_csv(header, [["KnowledgeSkillCompetence", uri, "x", "knowledge", "a | b", SKILL + "x"] for uri in uris])


def hierarchy_table():
    """Branches S and T with two levels, K with three, L with one; every level named after its code."""
    names = [f"Level {level} {what}" for level in range(4) for what in ("URI", "preferred term", "code")]
    paths = [
        ("S", "S7", "S7.1"),
        ("S", "S4", "S4.8"),
        ("K", "K06", "K061", "K0613"),
        ("L", "L1"),
        ("T", "T4", "T4.3"),
    ]
    rows = []
    for path in paths:
        for depth in range(1, len(path) + 1):
            row = []
            for level in range(4):
                code = path[level] if level < depth else ""
                row += [SKILL + code if code else "", f"group {code}" if code else "", code]
            rows.append(row)
    return as_csv(names, rows)


def relations_table():
    above = {WELDING: "S7.1", STAFF: "S4.8", PYTHON: "K0613", GERMAN: "L1", TEAMS: "T4.3"}
    rows = [["KnowledgeSkillCompetence", uri, "SkillGroup", SKILL + code] for uri, code in above.items()]
    # Recycling hangs under welding only: it belongs to welding's group.
    rows.append(["KnowledgeSkillCompetence", RECYCLING, "KnowledgeSkillCompetence", WELDING])
    rows.append(["ISCOGroup", "http://data.europa.eu/esco/isco/C1", "ISCOGroup", "http://data.europa.eu/esco/isco/C"])
    return as_csv(("conceptType", "conceptUri", "broaderType", "broaderUri"), rows)


def as_csv(header, rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    return text.getvalue()


def write_zip(path, tables):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in tables.items():
            package.writestr(name, content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def english_package(folder, version="1.1.1", labels=None):
    return write_zip(
        folder / f"ESCO dataset - v{version} - classification - en - csv.zip",
        {
            "skills_en.csv": "\ufeff" + skills_table(labels or ENGLISH),
            "skillsHierarchy_en.csv": hierarchy_table(),
            "digitalSkillsCollection_en.csv": collection_table(PYTHON),
            "greenSkillsCollection_en.csv": collection_table(RECYCLING),
            "transversalSkillsCollection_en.csv": collection_table(TEAMS),
            "languageSkillsCollection_en.csv": collection_table(GERMAN),
            "occupations_en.csv": as_csv(("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels"), []),
        },
    )


def relations_package(folder, version="1.1.1"):
    name = f"ESCO dataset - v{version} - classification -  - csv.zip"
    return write_zip(folder / name, {"broaderRelationsSkillPillar.csv": relations_table()})


def spanish_package(folder):
    return write_zip(
        folder / "ESCO dataset - v1.0.x - classification - es - csv.zip",
        {"skills_es.csv": skills_table(SPANISH, NARROW)},
    )
