"""Makes the tables of the first release in an empty file."""

from collections.abc import Callable
from typing import Any

# JSON and dates are checked by their shape: with trusted_schema off, SQLite before 3.41 refuses its own json_valid()
# in a schema. References are checked at COMMIT, so that a change may touch rows in any order. JSON columns hold lists
# that are only ever read and written whole; what may be edited on its own has rows of its own.
STATEMENTS = (
    """
    CREATE TABLE notes (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE info (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 8 AND 64),
        title TEXT NOT NULL,
        round_label TEXT NOT NULL,
        round_start TEXT CHECK (round_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        round_end TEXT CHECK (round_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 12),
        previous_file TEXT,
        fictional INTEGER NOT NULL CHECK (fictional IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE cluster (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        name TEXT NOT NULL,
        country TEXT NOT NULL CHECK (length(country) = 2),
        nuts TEXT,
        sectors TEXT NOT NULL CHECK (sectors LIKE '[%]'),
        founded_year INTEGER CHECK (founded_year BETWEEN 1000 AND 9999),
        staff INTEGER CHECK (staff >= 0),
        member_count INTEGER CHECK (member_count >= 0),
        label TEXT CHECK (label IN ('gold', 'silver', 'bronze', 'under_assessment', 'none')),
        chain_role TEXT CHECK (chain_role IN ('resource_provider', 'broker', 'integrator'))
    ) STRICT
    """,
    """
    CREATE TABLE partners (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN (
            'firm', 'vet', 'university', 'rto', 'authority', 'agency', 'employment_service', 'chamber',
            'social_partner', 'civil_society', 'dih', 'cluster', 'international', 'funder'
        )),
        level TEXT CHECK (level IN ('local', 'regional', 'national', 'eu', 'abroad')),
        in_cluster INTEGER CHECK (in_cluster IN (0, 1)),
        stage INTEGER CHECK (stage BETWEEN 0 AND 5)
    ) STRICT
    """,
    """
    CREATE TABLE partner_contacts (
        partner TEXT NOT NULL PRIMARY KEY REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
        contact TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE members (
        code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
        name TEXT NOT NULL,
        kind TEXT CHECK (kind IN (
            'micro', 'small', 'medium', 'large', 'start_up', 'rto', 'vet', 'university', 'public', 'other'
        )),
        headcount INTEGER CHECK (headcount >= 0),
        activity TEXT,
        nuts TEXT,
        language TEXT,
        status TEXT NOT NULL CHECK (status IN ('not_asked', 'asked', 'reminded', 'answered', 'refused')),
        partner_id TEXT REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    "CREATE INDEX members_by_partner ON members (partner_id) WHERE partner_id IS NOT NULL",
    """
    CREATE TABLE contacts (
        member TEXT NOT NULL PRIMARY KEY REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
        name TEXT,
        email TEXT,
        consent_basis TEXT,
        consent_date TEXT CHECK (consent_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        consent_expires TEXT CHECK (consent_expires GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
    ) STRICT
    """,
    """
    CREATE TABLE responses (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        member TEXT REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
        channel TEXT NOT NULL CHECK (channel IN ('excel', 'phone', 'interview', 'paper', 'survey')),
        language TEXT NOT NULL,
        received_at TEXT NOT NULL CHECK (received_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        state TEXT NOT NULL CHECK (state IN ('new', 'to_check', 'accepted', 'superseded')),
        respondent_role TEXT,
        consent_contact INTEGER CHECK (consent_contact IN (0, 1)),
        consent_naming INTEGER CHECK (consent_naming IN (0, 1)),
        people_total INTEGER CHECK (people_total >= 0),
        paid_training INTEGER CHECK (paid_training IN (0, 1)),
        barrier TEXT CHECK (barrier IN ('time', 'cost', 'offer', 'distance', 'information', 'poaching', 'none')),
        unused TEXT NOT NULL CHECK (unused LIKE '[%]'),
        links TEXT NOT NULL CHECK (links LIKE '[%]'),
        offers TEXT NOT NULL CHECK (offers LIKE '[%]'),
        remarks TEXT,
        raw TEXT NOT NULL CHECK (raw LIKE '{%}'),
        source_name TEXT,
        source_sha256 TEXT,
        problems TEXT NOT NULL CHECK (problems LIKE '[%]')
    ) STRICT
    """,
    "CREATE INDEX responses_by_member ON responses (member)",
    """
    CREATE TABLE needs (
        response TEXT NOT NULL REFERENCES responses (id) DEFERRABLE INITIALLY DEFERRED,
        row INTEGER NOT NULL CHECK (row >= 1),
        skill_text TEXT NOT NULL,
        job TEXT,
        level TEXT CHECK (level IN ('basic', 'skilled', 'expert')),
        short_now INTEGER CHECK (short_now >= 0),
        short_12m INTEGER CHECK (short_12m >= 0),
        short_36m INTEGER CHECK (short_36m >= 0),
        consequence TEXT CHECK (consequence IN ('stops', 'orders', 'delays', 'cost', 'little')),
        hiring TEXT CHECK (hiring IN ('not_tried', 'filled', 'hard', 'not_filled')),
        hiring_reasons TEXT NOT NULL CHECK (hiring_reasons LIKE '[%]'),
        provision TEXT CHECK (provision IN ('not_looked', 'none', 'small', 'misfit', 'fits')),
        joint_people INTEGER CHECK (joint_people >= 0),
        PRIMARY KEY (response, row)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE attachments (
        sha256 TEXT NOT NULL PRIMARY KEY REFERENCES attachment_contents (sha256) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE attachment_contents (
        sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
        content BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE skills (
        uri TEXT NOT NULL PRIMARY KEY CHECK (uri <> ''),
        labels TEXT NOT NULL CHECK (labels LIKE '{%}'),
        kind TEXT CHECK (kind IN ('technical', 'digital', 'green', 'transversal', 'management', 'language')),
        group_uri TEXT,
        group_labels TEXT NOT NULL CHECK (group_labels LIKE '{%}'),
        source TEXT NOT NULL CHECK (source IN ('esco', 'starter', 'own', 'provisional')),
        strategic INTEGER NOT NULL CHECK (strategic IN (0, 1)),
        strategic_reason TEXT
    ) STRICT
    """,
    """
    CREATE TABLE mappings (
        text_key TEXT NOT NULL,
        language TEXT NOT NULL,
        skill TEXT NOT NULL REFERENCES skills (uri) DEFERRABLE INITIALLY DEFERRED,
        how TEXT NOT NULL CHECK (how IN ('exact', 'suggested', 'by_hand', 'remembered')),
        score REAL,
        decided_by TEXT,
        decided_at TEXT CHECK (decided_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        PRIMARY KEY (text_key, language)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX mappings_by_skill ON mappings (skill)",
    """
    CREATE TABLE offers (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        partner TEXT NOT NULL REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
        skill TEXT NOT NULL REFERENCES skills (uri) DEFERRABLE INITIALLY DEFERRED,
        form TEXT CHECK (form IN (
            'course', 'dual_programme', 'internship', 'research', 'micro_credential', 'recruitment', 'advice'
        )),
        places_per_year INTEGER CHECK (places_per_year >= 0),
        fit TEXT NOT NULL CHECK (fit IN ('yes', 'no', 'unknown')),
        cost TEXT,
        publicly_funded INTEGER CHECK (publicly_funded IN (0, 1)),
        language TEXT,
        mode TEXT,
        evidence TEXT,
        since INTEGER
    ) STRICT
    """,
    "CREATE INDEX offers_by_partner ON offers (partner)",
    "CREATE INDEX offers_by_skill ON offers (skill)",
    """
    CREATE TABLE ties (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        partner TEXT NOT NULL REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
        member TEXT REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
        other_partner TEXT REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL CHECK (kind IN (
            'internship', 'dual_training', 'training', 'research', 'recruitment', 'other'
        )),
        strength INTEGER CHECK (strength BETWEEN 1 AND 3),
        formal INTEGER CHECK (formal IN (0, 1)),
        source TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ties_by_partner ON ties (partner)",
    "CREATE INDEX ties_by_member ON ties (member) WHERE member IS NOT NULL",
    "CREATE INDEX ties_by_other_partner ON ties (other_partner) WHERE other_partner IS NOT NULL",
    """
    CREATE TABLE actions (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        title TEXT NOT NULL,
        scope TEXT NOT NULL CHECK (scope IN ('alone', 'regional', 'international')),
        complexity TEXT NOT NULL CHECK (complexity IN ('low_medium', 'high')),
        reference TEXT,
        timing TEXT NOT NULL CHECK (timing LIKE '[%]'),
        status TEXT NOT NULL CHECK (status IN ('idea', 'planned', 'running', 'done', 'stopped')),
        owner TEXT,
        partners TEXT NOT NULL CHECK (partners LIKE '[%]'),
        skills TEXT NOT NULL CHECK (skills LIKE '[%]'),
        start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        "end" TEXT CHECK ("end" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        budget REAL,
        funding TEXT,
        note TEXT
    ) STRICT
    """,
    """
    CREATE TABLE overrides (
        skill TEXT NOT NULL PRIMARY KEY CHECK (skill <> ''),
        verdict TEXT NOT NULL CHECK (verdict IN (
            'shortage', 'mismatch', 'shortage_or_mismatch', 'uptake_gap', 'deficit', 'over_qualification',
            'balanced', 'not_enough_evidence'
        )),
        reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE second_sources (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        skill TEXT NOT NULL,
        source TEXT NOT NULL,
        opinion TEXT NOT NULL CHECK (opinion IN ('confirms', 'contradicts')),
        note TEXT
    ) STRICT
    """,
    """
    CREATE TABLE indicator_answers (
        key TEXT NOT NULL PRIMARY KEY,
        value REAL NOT NULL,
        note TEXT
    ) STRICT
    """,
    """
    CREATE TABLE checklist_answers (
        item TEXT NOT NULL PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('yes', 'partly', 'no')),
        evidence TEXT
    ) STRICT
    """,
    """
    CREATE TABLE decisions (
        recommendation TEXT NOT NULL PRIMARY KEY,
        answer TEXT NOT NULL CHECK (answer IN ('accepted', 'later', 'no')),
        reason TEXT,
        decided_at TEXT CHECK (decided_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*')
    ) STRICT
    """,
    """
    CREATE TABLE edits (
        n INTEGER NOT NULL PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TABLE events (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        name TEXT NOT NULL,
        facts TEXT NOT NULL CHECK (facts LIKE '{%}'),
        undone INTEGER NOT NULL CHECK (undone IN (0, 1))
    ) STRICT
    """,
    # One row per changed row, so that a person's contact can later be erased from the history as well.
    """
    CREATE TABLE event_rows (
        event INTEGER NOT NULL REFERENCES events (sequence) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        row_key TEXT NOT NULL CHECK (row_key LIKE '[%]'),
        before TEXT CHECK (before LIKE '{%}'),
        after TEXT CHECK (after LIKE '{%}'),
        PRIMARY KEY (event, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX event_rows_by_table ON event_rows (table_name, row_key)",
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create every table and index."""
    for statement in STATEMENTS:
        execute(statement)
