"""Every kind of file that fastmap writes, made from one `Material`: a line in `WRITERS` is enough for a further kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exports.decisions import write_decisions
from exports.demand_sending import write_demand
from exports.feedback_sending import write_feedback
from exports.forms_sending import write_forms
from exports.kpis import write_kpi_table
from exports.network_picture import write_network_picture
from exports.pack import write_pack
from exports.questionnaire_kobo import write_kobo
from exports.questionnaire_limesurvey import write_limesurvey
from exports.reminders import write_reminders
from exports.roadmap_picture import write_roadmap_picture
from exports.team_form import write_team_forms
from exports.together import KINDS, write_annex, write_kind
from fastmap.analysis.network_map import network_map
from fastmap.catalogue.texts import load_texts
from fastmap.intake.form_content import EarlierNeed, FormContent
from fastmap.intake.team_content import team_form_contents
from fastmap.model.choices import ResponseState
from fastmap.model.ids import LanguageCode
from fastmap.model.organisations import Member
from fastmap.model.results import Results
from fastmap.report.annex import AuditRecords, build_annex
from fastmap.report.audiences import Audience, select
from fastmap.report.build import build_report
from fastmap.report.context import ReportContext
from fastmap.report.finished import Report
from fastmap.report.network_figure import anonymous_figure, named_figure
from fastmap.report.sections import roadmap
from fastmap.tasks.asking_providers import demand_contents
from fastmap.tasks.feedback import feedback_of
from fastmap.tasks.kpis import table_for_funder
from fastmap.tasks.remembering import decisions_of
from fastmap.tasks.reminding import reminders
from fastmap.texts import Texts
from tests.support.builders import shipped_catalogue
from tests.support.everything import TODAY, Material

_SUFFIXES = {"pdf": ".pdf", "excel": ".xlsx", "json": ".json"}
_FORMS = 2
"""Members for whom forms are written: one form is like the other."""


@dataclass(frozen=True)
class Job:
    """What is written, in which language and where."""

    material: Material
    folder: Path
    language: LanguageCode = LanguageCode("en")

    @property
    def results(self) -> Results:
        """What follows from the material."""
        return self.material.results

    @cached_property
    def texts(self) -> Texts:
        """The texts of the language."""
        return load_texts(self.language)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Members who get forms and sheets: the first that answered."""
        snapshot = self.material.snapshot
        answered = {response.member for response in snapshot.responses if response.state is ResponseState.ACCEPTED}
        return tuple(member for member in snapshot.members if member.code in answered)[:_FORMS]

    def report(self, *, anonymous: bool = False, audience: Audience | None = None) -> Report:
        """Return the report of an edition, built once for all kinds of files."""
        key, built = (self.language, anonymous, audience), self.material.reports
        if key not in built:
            built[key] = build_report(
                self.results,
                shipped_catalogue(),
                self.texts,
                anonymous=anonymous,
                made_on=TODAY,
                selection=select(audience),
            )
        return built[key]

    def form(self, member: Member | None = None) -> FormContent:
        """Return what a form says: of a member with everything that can stand in it, or a blank one."""
        snapshot = self.material.snapshot
        contact = next((one for one in self.material.contacts if member and one.member == member.code), None)
        needs = [need for response in snapshot.responses for need in response.needs][:3]
        return FormContent(
            assessment_id=snapshot.info.id,
            title=snapshot.info.title,
            cluster=snapshot.cluster.name,
            language=self.language,
            member=member,
            contact=contact.name if contact else None,
            email=contact.email if contact else None,
            return_by=TODAY,
            earlier=tuple(EarlierNeed(skill_text=need.skill_text, job=need.job) for need in needs) if member else (),
            suggestions=tuple(skill.label(self.language) for skill in snapshot.skills),
        )


def _report(kind: str, *, anonymous: bool) -> Callable[[Job], None]:
    def write(job: Job) -> None:
        target = job.folder / f"report{_SUFFIXES.get(kind, '')}"
        write_kind(job.report(anonymous=anonymous), target, kind)

    return write


def _annex(job: Job) -> None:
    records = AuditRecords(registrations=job.material.registrations, asked_on={}, with_contact_names=True)
    annex = build_annex(job.results, records, shipped_catalogue(), job.texts, made_on=TODAY)
    assert write_annex(annex, job.folder).error is None


def _pack(job: Job) -> None:
    write_pack(job.report(audience=Audience.BOARD), job.folder)


def _forms(job: Job) -> None:
    write_forms([*(job.form(member) for member in job.members)], job.folder, paper=True)


def _blank_form(job: Job) -> None:
    write_forms([job.form()], job.folder, paper=True)


def _team_forms(job: Job) -> None:
    write_team_forms(team_form_contents(job.material.snapshot, job.language), job.folder)


def _demand(job: Job) -> None:
    contents = demand_contents(job.results, shipped_catalogue(), today=TODAY, language=job.language)
    write_demand(contents[:_FORMS], job.folder)


def _feedback(job: Job) -> None:
    sheets = feedback_of(
        job.results,
        shipped_catalogue(),
        job.material.contacts,
        made_on=TODAY,
        members=[member.code for member in job.members],
        language=job.language,
    )
    write_feedback(sheets, job.folder)


def _reminders(job: Job) -> None:
    contacts = {contact.member: contact for contact in job.material.contacts}
    found = reminders(job.material.snapshot, contacts, TODAY, language=job.language)
    write_reminders(found, job.folder / "reminders.csv")


def _kpi_table(job: Job) -> None:
    table = table_for_funder(job.results, shipped_catalogue(), job.texts, TODAY)
    write_kpi_table(table, job.folder / "kpis.csv")


def _decisions(job: Job) -> None:
    write_decisions(decisions_of(job.material.snapshot), job.folder / "decisions.csv")


def _questionnaires(job: Job) -> None:
    write_limesurvey(job.folder / "limesurvey.txt", [job.form()])
    write_kobo(job.folder / "kobo.xlsx", [job.form()])


def _network(job: Job) -> None:
    figures = {
        "named": named_figure(job.results, network_map(job.material.snapshot), None, job.texts, made_on=TODAY),
        "anonymous": anonymous_figure(job.results, shipped_catalogue(), job.texts, made_on=TODAY),
    }
    for name, figure in figures.items():
        for suffix in (".svg", ".png"):
            write_network_picture(figure, job.folder / f"{name}{suffix}")


def _roadmap(job: Job) -> None:
    context = ReportContext(job.results, shipped_catalogue(), job.texts, TODAY)
    block = roadmap.timeline(context, roadmap.roadmap_for(context))
    info, cluster = job.material.snapshot.info, job.material.snapshot.cluster
    for suffix in (".svg", ".png"):
        write_roadmap_picture(
            block,
            job.folder / f"roadmap{suffix}",
            cluster=cluster.name,
            round_label=info.round_label,
            made_on=TODAY,
            language=job.language,
        )


WRITERS: Mapping[str, Callable[[Job], None]] = {
    **{f"{kind}, named": _report(kind, anonymous=False) for kind in KINDS},
    **{f"{kind}, anonymous": _report(kind, anonymous=True) for kind in KINDS},
    "annex": _annex,
    "pack": _pack,
    "forms": _forms,
    "blank form": _blank_form,
    "team forms": _team_forms,
    "demand sheets": _demand,
    "feedback sheets": _feedback,
    "reminders": _reminders,
    "funder figures": _kpi_table,
    "decisions about texts": _decisions,
    "survey tools": _questionnaires,
    "network": _network,
    "roadmap": _roadmap,
}
"""Name → what writes such files into the folder of a job."""


def write(name: str, material: Material, folder: Path, language: str = "en") -> list[Path]:
    """Write one kind of file into ``folder`` (made if missing) and return what lies there then, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    WRITERS[name](Job(material, folder, LanguageCode(language)))
    return sorted(path for path in folder.rglob("*") if path.is_file())
