"""Screen texts: every text of the code is translated, places stay, plural forms read well."""

import ast
import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication

from fastmap.catalogue.texts import report_languages
from tests.support.translations import subjects, text_calls, unfinished, update
from ui.translating import LANGUAGES, REPORT_LANGUAGES, TRANSLATIONS, ScreenTranslator

PLACE = re.compile(r"\{\w*\}|%n")
CASES = [(language, subject) for language in LANGUAGES for subject in subjects()]


def entries(file):
    return {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


@pytest.mark.parametrize(("language", "subject"), CASES)
def test_every_text_of_the_code_is_translated(language, subject, tmp_path):
    kept = TRANSLATIONS / language / f"{subject}.ts"
    fresh = tmp_path / "fresh.ts"

    update(subjects()[subject], fresh, language)

    assert kept.exists(), f"run: python3 dev.py translations {subject}"
    assert entries(fresh) - entries(kept) == set(), f"run: python3 dev.py translations {subject}"
    assert entries(kept) - entries(fresh) == set(), f"run: python3 dev.py translations {subject}"
    assert unfinished(kept) == []


def texts_in_code(sources):
    """Context, text and comment of each screen text, as Python reads the code; not what is put together at run time."""
    for source in sources:
        for owner, call, _ in text_calls(ast.parse(source.read_text(encoding="utf-8"))):
            said = [one.value if isinstance(one, ast.Constant) else None for one in call.args]
            context, text, *comment = said if call.func.attr == "translate" else [owner, *said]
            if context is not None and text is not None:
                yield context, text, (comment or [""])[0] or ""


@pytest.mark.parametrize("subject", subjects())
def test_no_text_is_missed_wherever_it_stands_in_the_code(subject):
    told = set(texts_in_code(subjects()[subject]))

    assert told
    assert told - entries(TRANSLATIONS / "es" / f"{subject}.ts") == set()


def test_texts_inside_f_strings_are_collected(tmp_path):
    code = tmp_path / "card.py"
    code.write_text(
        "class Card(QWidget):\n"
        "    def retranslate(self):\n"
        "        name = self.name\n"
        """        self.setAccessibleName(f"{self.tr('Preview of it')}. {name or self.tr('none', 'no name')}")\n"""
        """        self.setToolTip(f"{self.tr('%n page(s)', '', self.count)}")\n""",
        encoding="utf-8",
    )

    update([code], tmp_path / "es.ts", "es")

    wanted = {("Card", "Preview of it", ""), ("Card", "none", "no name"), ("Card", "%n page(s)", "")}
    assert entries(tmp_path / "es.ts") == wanted
    assert set(texts_in_code([code])) == wanted
    update([code], tmp_path / "en.ts", "en")
    assert entries(tmp_path / "en.ts") == {("Card", "%n page(s)", "")}


@pytest.mark.parametrize("file", sorted(TRANSLATIONS.rglob("*.ts")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_translations_keep_the_places_of_their_texts(file):
    wrong = []
    for message in ET.parse(file).getroot().iter("message"):  # noqa: S314 - our own file
        source = message.findtext("source") or ""
        translation = message.find("translation")
        for text in [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]:
            missing = set(PLACE.findall(source)) - {"%n"} ^ set(PLACE.findall(text)) - {"%n"}
            if missing:
                wrong.append((source, text))

    assert wrong == []


def test_plural_forms_are_chosen_by_number(tmp_path, qapp):
    file = tmp_path / "x.ts"
    file.write_text(
        '<TS version="2.1" language="es"><context><name>X</name><message numerus="yes"><source>%n need(s)</source>'
        "<translation><numerusform>%n necesidad</numerusform><numerusform>%n necesidades</numerusform></translation>"
        "</message></context></TS>",
        encoding="utf-8",
    )
    translator = ScreenTranslator()
    translator.read([file], None)
    qapp.installTranslator(translator)
    try:
        said = [QCoreApplication.translate("X", "%n need(s)", "", number) for number in (0, 1, 2)]
    finally:
        qapp.removeTranslator(translator)

    assert said == ["0 necesidades", "1 necesidad", "2 necesidades"]


def test_text_without_translation_stays_english(qapp):
    translator = ScreenTranslator()
    qapp.installTranslator(translator)
    try:
        assert QCoreApplication.translate("Nowhere", "Not translated") == "Not translated"
    finally:
        qapp.removeTranslator(translator)


def test_every_language_of_reports_can_be_chosen_under_its_own_name():
    assert set(REPORT_LANGUAGES) == set(report_languages())
    assert list(REPORT_LANGUAGES)[: len(LANGUAGES)] == list(LANGUAGES)
