"""The confidential annex for audit, from a file to its finished pages."""

from __future__ import annotations

from datetime import date

from fastmap.assessment import Assessment
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.ids import LanguageCode
from fastmap.model.results import Results
from fastmap.report.annex import AuditRecords, build_annex
from fastmap.report.finished import Report


def audit_records(assessment: Assessment, *, with_contact_names: bool = False) -> AuditRecords:
    """Return what the annex needs beyond the results."""
    return AuditRecords(
        registrations=assessment.registrations(),
        contacts=assessment.contacts(),
        asked_on=assessment.asked_on(),
        with_contact_names=with_contact_names,
    )


def annex_of(results: Results, records: AuditRecords, *, language: LanguageCode | None, made_on: date) -> Report:
    """Return the finished annex in ``language`` (the assessment's own where ``None``)."""
    texts = load_texts(language or results.snapshot.info.language)
    return build_annex(results, records, load_catalogue(), texts, made_on=made_on)
