"""Commands about personal data: consents that are due, what is held about somebody, erasing, copies to pass on."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureKind
from fastmap.model.ids import MemberCode
from fastmap.model.messages import message
from ui.cli.app import DONE, DONE_WITH_PROBLEMS, NOTHING_DONE
from ui.cli.opening import opened
from ui.cli.output import say, screen_texts, show, show_page
from ui.cli.parameters import PATH, file_argument


@click.command("consents")
@file_argument
@click.option("--csv", "csv", type=PATH, metavar="X", help="Write the list as a table (.csv).")
def consents_command(file: Path, csv: Path | None) -> int:
    """List contact persons of FILE whose consent has expired, ends within 30 days, or was never recorded.

    It also says when answers are to be deleted as the forms promised. Exit status 1 if anything is due. Consents come in with the member list: columns consent given by, consent given on,
    consent valid until.

    \b
    Example:
      fastmap consents round.fastmap --csv consents.csv
    """
    from exports.consents import write_consents
    from exports.saving import check_together
    from fastmap.tasks.consents import consents_due
    from fastmap.tasks.forms_due import forms_due

    if csv is not None:
        check_together([csv], assessment=file)
    with opened(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
        due = consents_due(snapshot, assessment.contacts(), _today())
    texts = screen_texts()
    for one in due:
        day = f" ({texts.fact(one.expires)})" if one.expires else ""
        show(
            f"{one.code}  {one.organisation}  {one.contact or one.email}: {texts.term(f'consent_due.{one.state}')}{day}"
        )
    if csv is not None:
        write_consents(due, csv)
        say(message("cli.personal.consents_written", file=str(csv)))
    say(
        message("cli.personal.consents_due", count=len(due))
        if due
        else message("cli.personal.consents_none", file=str(file))
    )
    forms = forms_due(snapshot, _today())
    if forms is not None:
        say(forms.sentence(str(file)))
    return DONE_WITH_PROBLEMS if due or forms is not None else DONE


@click.command("personal-record")
@file_argument
@click.option("--member", "code", required=True, metavar="CODE", help="Whose record.")
@click.option("--pdf", type=PATH, metavar="X", help="As a PDF.")
@click.option("--text", type=PATH, metavar="X", help="As plain text [default: to standard output].")
@click.option("--language", metavar="LANG", help="de, en, es, fr, hu, it, ro [default: the assessment's].")
def personal_record_command(file: Path, code: str, pdf: Path | None, text: Path | None, language: str | None) -> None:
    """Write everything that FILE holds about a member and its contact person: the answer to whoever asks for it.

    \b
    Example:
      fastmap personal-record round.fastmap --member M007 --pdf "what we hold.pdf"
    """
    from exports.saving import check_together, save_bytes
    from fastmap.report.personal_record import as_text
    from fastmap.tasks.personal_record import personal_record
    from fastmap.tasks.reporting import report_language

    targets = [target for target in (pdf, text) if target is not None]
    check_together(targets, assessment=file)
    chosen = report_language(language)
    with opened(file, read_only=True) as assessment:
        report = personal_record(assessment, MemberCode(code), language=chosen, made_on=_today())
    if pdf is not None:
        from exports.pdf import write_pdf

        write_pdf(report, pdf)
    if text is not None:
        save_bytes(text, as_text(report).encode("utf-8"))
    if not targets:
        show_page(as_text(report))
    for target in targets:
        say(message("cli.personal.record_written", member=report.subtitle, file=str(target)))


@click.command("erase")
@file_argument
@click.option("--contact", metavar="CODE", help="The contact person of this member; the member stays.")
@click.option("--member", metavar="CODE", help="This member with its contact person and everything it told.")
@click.option("--partner", metavar="ID", help="What is typed as this partner's contact; the partner stays.")
@click.option("--words", multiple=True, metavar="NAME", help="A person named in texts; may be repeated.")
@click.option("--also", multiple=True, metavar="NAME", help="Another spelling to look for; may be repeated.")
@click.option(
    "--basis",
    type=click.Choice([str(one) for one in ErasureBasis]),
    default=str(ErasureBasis.REQUEST),
    show_default=True,
    help="Why; kept in the file without any name.",
)
@click.option("--scans", is_flag=True, help="Remove kept scans of others, too, in which the letters occur.")
@click.option("--yes", is_flag=True, help="Really erase. Without it, what would go is only listed.")
@click.option("--finish", is_flag=True, help="Go on with an erasure that was begun elsewhere.")
def erase_command(
    file: Path,
    contact: str | None,
    member: str | None,
    partner: str | None,
    words: tuple[str, ...],
    also: tuple[str, ...],
    basis: str,
    scans: bool,
    yes: bool,
    finish: bool,
) -> int:
    """Erase somebody from FILE for good: from its records, texts and history, its backups, and what this computer keeps.

    It cannot be undone. What goes and what stays is listed first; nothing is erased without --yes (exit status 2). If it
    is interrupted, the next opening of FILE goes on with it.

    \b
    Examples:
      fastmap erase round.fastmap --contact M007
      fastmap erase round.fastmap --contact M007 --also "A. Ruiz" --basis withdrawn --yes
    """
    from fastmap.tasks.erasing import carry_out, listed, mentioned

    with opened(file) as assessment:
        if finish:
            if assessment.pending_erasure() is None:
                if assessment.erased_at_opening is None:  # else it was said
                    say(message("cli.personal.erase_nothing_begun", file=str(file)))
                return DONE
            cleaned = assessment.finish_erasing()
        else:
            erasure = replace(_erasure(contact, member, partner, words, also, ErasureBasis(basis)), with_scans=scans)
            lists = listed(assessment, erasure, screen_texts())
            for heading, lines in (("erase_goes", lists.goes), ("erase_stays", lists.stays)):
                show(screen_texts().term(f"cli.personal.{heading}"))
                for line in lines:
                    show(f"  - {line}")
            if not yes:
                say(message("cli.personal.erase_not_yet"))
                return NOTHING_DONE
            cleaned = carry_out(assessment, erasure)
        to_look_at = mentioned(assessment, cleaned, screen_texts())
    say(message("cli.personal.erased", file=str(file)))
    for path in cleaned.left:
        say(message("cli.personal.erased_left", file=str(path)))
    for path in cleaned.unread:
        say(message("cli.personal.erased_unread", file=str(path)))
    if to_look_at:
        show(screen_texts().term("cli.personal.erase_mentions"))
    for line in to_look_at:
        show(f"  - {line}")
    return DONE_WITH_PROBLEMS if cleaned.left or cleaned.unread or to_look_at else DONE


def _erasure(
    contact: str | None,
    member: str | None,
    partner: str | None,
    words: tuple[str, ...],
    also: tuple[str, ...],
    basis: ErasureBasis,
) -> Erasure:
    wanted = [
        (kind, key)
        for kind, key in (
            (ErasureKind.CONTACT, contact),
            (ErasureKind.MEMBER, member),
            (ErasureKind.PARTNER_CONTACT, partner),
            (ErasureKind.WORDS, "" if words else None),
        )
        if key is not None
    ]
    if len(wanted) != 1:
        raise FastmapError("erasure_of_whom")
    from fastmap.tasks.erasing import erasure_of

    return erasure_of(wanted[0][0], wanted[0][1], (*words, *also), basis)


@click.command("pseudonymise")
@file_argument
@click.argument("copy", type=PATH)
def pseudonymise_command(file: Path, copy: Path) -> None:
    """Write COPY, a file like FILE without names, contacts, typed texts and history, to share.

    Organisations and texts get random codes, new in each copy. It is no anonymous edition: figures of single members
    are in it.

    \b
    Example:
      fastmap pseudonymise round.fastmap shared.fastmap
    """
    from fastmap.tasks.pseudonymising import RECOGNISABLE, save_pseudonymised_copy

    with opened(file, read_only=True) as assessment:
        made = save_pseudonymised_copy(assessment, copy)
    say(
        message(
            "cli.personal.pseudonymised",
            file=str(copy),
            members=made.members,
            answers=made.answers,
            partners=made.partners,
        )
    )
    for key in RECOGNISABLE:
        say(message("cli.personal.pseudonym_left", what=screen_texts().term(f"pseudonym.left.{key}")))


@click.command("protect")
@file_argument
@click.argument("copy", type=PATH)
def protect_command(file: Path, copy: Path) -> None:
    """Write COPY, the whole of FILE encrypted under a password, to send or to carry on a stick.

    The password is asked for, or taken from FASTMAP_PASSWORD; 12 characters at least. Nobody can recover it. COPY is an
    age file: the program age opens it, too.

    \b
    Example:
      fastmap protect round.fastmap round.fastmap.age
    """
    from fastmap.assessment import Assessment

    Assessment.refuse_place_for_copy(copy)
    with opened(file, read_only=True) as assessment:
        assessment.save_protected_copy(copy, _password(confirm=True))
    say(message("cli.personal.protected", file=str(copy)))


@click.command("unprotect")
@click.argument("copy", type=PATH)
@click.argument("target", type=PATH)
def unprotect_command(copy: Path, target: Path) -> None:
    """Open COPY, a file under a password, and write what it holds to TARGET, a new file.

    \b
    Example:
      fastmap unprotect round.fastmap.age round.fastmap
    """
    from fastmap.assessment import Assessment

    Assessment.refuse_unprotected(copy)
    Assessment.refuse_place_for_copy(target)
    Assessment.open_protected_copy(copy, target, _password(confirm=False))
    say(message("cli.personal.unprotected", file=str(target)))


def _password(*, confirm: bool) -> str:
    """Return the password; never an argument, which other programs of this computer could read."""
    known = os.environ.get("FASTMAP_PASSWORD")
    if known:
        return known
    if not is_typed():  # nothing is echoed, so nothing needs hiding: a line from another program
        return _given(sys.stdin.readline())
    password = _given(_typed("password"))
    if confirm and _typed("password_again") != password:
        raise FastmapError("password_differs")
    return password


def is_typed() -> bool:
    """Return whether a person sits at the keyboard."""
    return sys.stdin.isatty()


def _typed(prompt: str) -> str:
    from getpass import getpass

    try:
        return getpass(f"{screen_texts().term(f'cli.personal.{prompt}')} ", stream=sys.stderr)
    except EOFError as stopped:
        raise FastmapError("password_missing") from stopped


def _given(line: str) -> str:
    password = line.rstrip("\r\n")
    if not password:
        raise FastmapError("password_missing")
    return password


def _today() -> date:
    return datetime.now().astimezone().date()
