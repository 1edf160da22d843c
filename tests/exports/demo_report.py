"""A report with every kind of block, long words and hostile strings: what the writers are tested on."""

from __future__ import annotations

from datetime import date

from fastmap.model.choices import Complexity, Scope
from fastmap.model.ids import LanguageCode
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import (
    Bullets,
    CardLine,
    CellValue,
    Column,
    ColumnKind,
    DecisionCard,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    StepBar,
    Steps,
    Suppressed,
    Table,
)
from fastmap.report.drawings import Chart, ChartKind, Grid, GridBlockCell, GridCard, Series
from fastmap.report.finished import Report, Section, Words

HOSTILE = (
    '=HYPERLINK("http://evil.example","click")',
    '#read("/etc/passwd")',
    "<script>alert(1)</script>",
    "$x^2$ _a_ `b`",
    "*bold* _it_ @ref <label>",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\u202egnp.exe \u2066x",
    "Ünïcødé 😀🏭 日本 ẞ",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "x" * 300,
    "]]> & \" ' \\ {fact} #{1+1} //c /* */",
    "a\x00b\x07c \ud800 d\ttab",
    "http://evil.example/path?q=1",
    "'quoted",
    "{=1+1}",
    "1.234,5",
    "TRUE",
)

SKILLS = (
    "Schweißen von Aluminiumlegierungen mit Robotern",
    "Instandhaltung vernetzter Produktionsanlagen",
    "Ciberseguridad industrial para pequeñas empresas",
    "Energiemanagement",
    "Análisis de datos de producción",
    "Técnicas de fabricación aditiva en metal",
    "Technical English",
    "Konstruktion",
    "Gestión de proyectos europeos de innovación y transferencia",
    "Qualitätssicherung nach Kundennorm",
    "Soldadura láser",
    "Programming of industrial robots",
)

_VERDICTS = (
    Badge("Fachkräftemangel", Tone.WARN),
    Badge("Inhalte passen nicht", Tone.LT),
    Badge("ausgeglichen", Tone.GOOD),
    Badge("künftige Lücke", Tone.BAD),
    Badge("zu wenig Belege", Tone.NEUTRAL),
)

_LOREM = (
    "Von 42 angefragten Mitgliedern haben 26 geantwortet; die Antworten decken 71 % der Beschäftigten im Cluster ab. "
    "Die Reihenfolge beruht auf Reichweite, Größe des Bedarfs, Folgen, Dringlichkeit und Knappheit am Arbeitsmarkt. "
    "Wo weniger als drei Betriebe eine Kompetenz nennen, wird keine Rangfolge behauptet."
)


def words() -> Words:
    return Words(
        page_of="Seite {page} von {pages}",
        contents="Inhalt",
        figure="Abbildung",
        table="Tabelle",
        notes="Anmerkungen",
        sheet_names={
            "summary": "Zusammenfassung",
            "priorities": "Prioritäten",
            "needs": "Bedarfe je Kompetenz",
            "coverage": "Abdeckung",
            "grid": "Raster der Maßnahmen",
            "steps": "Nächste Schritte",
            "decisions": "Entscheidungen",
            "method": "So wurde gerechnet",
            "hostile": "Prüftexte",
        },
        dictionary={
            "sheet": "Blatt",
            "column": "Spalte",
            "kind": "Art",
            "unit": "Einheit",
            "meaning": "Bedeutung",
        },
        not_known="nicht bekannt",
    )


def needs_table(rows: int = 300, *, pdf_rows: int | None = 24) -> Table:
    body: list[tuple[CellValue, ...]] = []
    for number in range(rows):
        unknown = number % 11 == 10
        body.append(
            (
                number + 1,
                f"{SKILLS[number % len(SKILLS)]} {number // len(SKILLS) + 1}",
                None if unknown else 100 - number * 100 / (rows + 1),
                26 - number % 24 if number % 13 else Suppressed("< 5"),
                (number * 7) % 60,
                None if unknown else (number * 37 % 101) / 100,
                _VERDICTS[number % len(_VERDICTS)],
                "Vorarlberg und angrenzende Bezirke" if number % 3 else "überregional",
                date(2026, 1 + number % 12, 1 + number % 28),
            )
        )
    return Table(
        key="needs",
        caption="Bedarf je Kompetenz mit Rang, Umfang und Diagnose",
        columns=(
            Column(key="rank", header="Rang", kind=ColumnKind.WHOLE, help="1 steht für den dringendsten Bedarf."),
            Column(key="skill", header="Kompetenz", help="Bezeichnung nach ESCO oder eigene."),
            Column(key="priority", header="Priorität", kind=ColumnKind.NUMBER, unit="0–100", help="Gewichtete Summe."),
            Column(key="users", header="Betriebe", kind=ColumnKind.WHOLE, help="Betriebe, die sie nennen."),
            Column(key="short_12m", header="Fehlende Personen in 12 Monaten", kind=ColumnKind.WHOLE, unit="Personen"),
            Column(key="reach", header="Reichweite", kind=ColumnKind.SHARE, help="Anteil der Antwortenden."),
            Column(key="verdict", header="Diagnose", kind=ColumnKind.BADGE),
            Column(key="place", header="Ausbildungseinrichtungen", kind=ColumnKind.LONG_TEXT),
            Column(key="seen", header="Zuletzt genannt", kind=ColumnKind.DATE),
        ),
        rows=tuple(body),
        pdf_rows=pdf_rows,
    )


def hostile_table() -> Table:
    return Table(
        key="hostile",
        caption='=CAPTION() #read("x") $y$',
        columns=(
            Column(key="text", header='=1+1 "Kopf"', kind=ColumnKind.LONG_TEXT, help="=2+2"),
            Column(key="short", header="*Kurz* $x$"),
            Column(key="badge", header="#badge", kind=ColumnKind.BADGE),
            Column(key="money", header="Kosten", kind=ColumnKind.MONEY, unit="EUR"),
        ),
        rows=tuple(
            (text, text, Badge(text, Tone.BAD), -1234.5 * number if number % 4 else None)
            for number, text in enumerate(HOSTILE)
        ),
    )


def bars(categories: tuple[str, ...] = SKILLS, key: str = "top") -> Chart:
    values: tuple[float | None, ...] = tuple(
        None if i == 7 else round(92.5 - i * 60 / len(categories), 1) for i in range(len(categories))
    )
    tones = (Tone.WARN, Tone.LT, Tone.GOOD, Tone.BAD, Tone.NEUTRAL)
    return Chart(
        key=key,
        kind=ChartKind.BARS,
        caption="Die zwölf Kompetenzen mit der höchsten Priorität",
        alternative="Balken: Schweißen von Aluminium steht mit 92 vorn, danach Instandhaltung.",
        categories=categories,
        series=(Series(key="priority", label="Priorität", values=values),),
        x_label="Priorität (0–100)",
        tones=tuple(tones[i % 5] for i in range(len(categories))),
        tone_words={
            Tone.WARN: "Fachkräftemangel",
            Tone.LT: "Inhalte passen nicht",
            Tone.GOOD: "ausgeglichen",
            Tone.BAD: "künftige Lücke",
            Tone.NEUTRAL: "zu wenig Belege",
        },
    )


def stacked() -> Chart:
    count = 6
    return Chart(
        key="answers",
        kind=ChartKind.STACKED_BARS,
        caption="Wer geantwortet hat, nach Größe",
        alternative="Bei Kleinstbetrieben antwortete ein Drittel, bei großen alle.",
        categories=(
            "Kleinstbetriebe",
            "Kleine Betriebe",
            "Mittlere Betriebe",
            "Große",
            "Forschungseinrichtungen",
            "Sonstige",
        ),
        series=(
            Series(
                key="a",
                label="geantwortet",
                values=tuple((0.33, 0.5, 0.62, 1.0, 0.25, 0.41)[i] for i in range(count)),
                tone=Tone.GOOD,
            ),
            Series(
                key="b",
                label="erinnert, noch ohne Antwort",
                values=tuple((0.30, 0.2, 0.3, 0.0, 0.5, 0.02)[i] for i in range(count)),
                tone=Tone.WARN,
            ),
            Series(
                key="c",
                label="abgelehnt",
                values=tuple((0.37, 0.3, 0.08, 0.0, 0.25, 0.57)[i] for i in range(count)),
                tone=Tone.NEUTRAL,
            ),
        ),
        share=True,
        x_label="Anteil der angefragten Mitglieder",
    )


def grouped() -> Chart:
    return Chart(
        key="horizons",
        kind=ChartKind.GROUPED_BARS,
        caption="Fehlende Personen heute, in 12 Monaten und in 3 Jahren",
        alternative="Der Bedarf wächst überall, am meisten bei Robotik.",
        categories=(
            "Schweißen mit Robotern",
            "Instandhaltung",
            "Ciberseguridad industrial",
            "Energie",
            "Datenanalyse",
        ),
        series=(
            Series(key="now", label="heute", values=(12, 8, 4, None, 9), tone=Tone.ST),
            Series(key="m12", label="in 12 Monaten", values=(19, 11, 9, 5, 14), tone=Tone.MT),
            Series(key="m36", label="in 3 Jahren", values=(31, 15, 22, 12, 1250), tone=Tone.LT),
        ),
        y_label="Personen",
    )


def ranges() -> Chart:
    return Chart(
        key="ranks",
        kind=ChartKind.RANGE,
        caption="Wie sicher die Reihenfolge ist",
        alternative="Die ersten drei Plätze sind stabil, dahinter überlappen die Spannen.",
        categories=SKILLS,
        series=(
            Series(key="value", label="Rang", values=tuple(float(i + 1) for i in range(12))),
            Series(key="low", label="günstigster Rang", values=tuple(float(max(1, i - i // 3)) for i in range(12))),
            Series(key="high", label="ungünstigster Rang", values=tuple(float(i + 2 + i // 2) for i in range(12))),
        ),
        x_label="Rang, mit 90-%-Spanne",
    )


def bubbles() -> Chart:
    return Chart(
        key="map",
        kind=ChartKind.MAP,
        caption="Reichweite und Folgen, Kreisgröße nach fehlenden Personen",
        alternative="Rechts oben liegen Schweißen und Instandhaltung.",
        categories=SKILLS,
        series=(
            Series(
                key="x",
                label="Reichweite",
                values=(0.8, 0.75, 0.7, 0.5, 0.48, 0.3, 0.28, 0.27, 0.2, 0.15, 0.78, None),
            ),
            Series(key="y", label="Folgen", values=(3.8, 3.6, 2.5, 2.4, 3.0, 1.8, 2.2, 2.1, 3.4, 1.2, 3.7, 2.0)),
            Series(key="size", label="Personen", values=(31, 25, 20, 12, 14, 6, 9, 7, 3, 2, 18, 5)),
        ),
        x_label="Anteil der Betriebe, die sie nennen",
        y_label="Folgen (1–4)",
    )


def heat() -> Chart:
    return Chart(
        key="actors",
        kind=ChartKind.HEAT,
        caption="Wer welche Kompetenz anbietet: Plätze je Anbietertyp",
        alternative="Berufsschulen bieten am meisten, Forschung kaum.",
        categories=SKILLS[:8],
        series=tuple(
            Series(
                key=f"t{j}", label=label, values=tuple(None if (i + j) % 5 == 0 else float(i * j * 3) for i in range(8))
            )
            for j, label in enumerate(
                (
                    "Berufliche Schulen",
                    "Universitäten",
                    "Forschungs- und Technologiezentren",
                    "Kammern",
                    "Weiterbildungsträger",
                )
            )
        ),
        x_label="Plätze im Jahr",
    )


def grid() -> Grid:
    def cell(scope: Scope, complexity: Complexity, *cards: GridCard) -> GridBlockCell:
        return GridBlockCell(
            scope=scope,
            complexity=complexity,
            cards=cards,
            empty_text="Hier steht noch nichts",
            example="Zum Beispiel ein regionaler Pakt für Kompetenzen mit Hochschulen und Sozialpartnern",
        )

    st, mt, lt = Badge("ST", Tone.ST), Badge("MT", Tone.MT), Badge("LT", Tone.LT)
    return Grid(
        key="typology",
        caption="Was der Cluster heute tut",
        alternative="Drei Maßnahmen allein, zwei regional, keine international mit hoher Komplexität.",
        columns={
            Scope.ALONE: "Allein handeln",
            Scope.REGIONAL: "Regional oder national zusammenarbeiten",
            Scope.INTERNATIONAL: "International zusammenarbeiten",
        },
        rows={Complexity.LOW_MEDIUM: "Niedrige bis mittlere Komplexität", Complexity.HIGH: "Hohe Komplexität"},
        cells=(
            cell(
                Scope.ALONE,
                Complexity.LOW_MEDIUM,
                GridCard(title="Für Ungleichgewichte sensibilisieren", reference="A1", badges=(st,), fact="seit 2024"),
                GridCard(
                    title="Kurzlehrgänge: Cloud und IT-Sicherheit für kleine und mittlere Betriebe",
                    reference="A2",
                    badges=(st, mt),
                    fact="38 Personen geschult",
                ),
                GridCard(title=HOSTILE[0], reference=None, badges=(st,)),
            ),
            cell(
                Scope.REGIONAL,
                Complexity.LOW_MEDIUM,
                GridCard(
                    title="Schnellerhebung der Kompetenzbedarfe", reference="B1", badges=(st,), fact="24 Betriebe"
                ),
                GridCard(
                    title="Lehrplan Schweißtechnik mit zwei Berufsschulzentren anpassen",
                    reference="B3",
                    badges=(mt,),
                    fact="2 Partner",
                ),
            ),
            cell(
                Scope.INTERNATIONAL,
                Complexity.LOW_MEDIUM,
                GridCard(
                    title="Erfahrungsaustausch mit zwei Partnerclustern",
                    reference="C1",
                    badges=(st, mt),
                    fact="jährlich",
                ),
            ),
            cell(Scope.ALONE, Complexity.HIGH),
            cell(
                Scope.REGIONAL,
                Complexity.HIGH,
                GridCard(title='#read("/etc/passwd") $x$', reference="E1", badges=(lt,), fact="*fett*"),
            ),
            cell(Scope.INTERNATIONAL, Complexity.HIGH),
        ),
    )


def steps() -> Steps:
    return Steps(
        caption="Die vier Schritte",
        steps=(
            StepBar(
                key="broaden", name="Beteiligung verbreitern", words="3 von 5 erfüllt, 1 unbekannt", readiness_0_1=0.75
            ),
            StepBar(key="develop", name="Dienste entwickeln", words="1 von 5 erfüllt", readiness_0_1=0.2),
            StepBar(
                key="engage",
                name="Regional einbringen",
                words="0 von 5 erfüllt, 2 unbekannt",
                readiness_0_1=0.0,
                note="Zuerst vorbereiten: Beteiligung und Dienste",
            ),
            StepBar(key="connect", name="International vernetzen", words="noch nichts erfasst", readiness_0_1=None),
        ),
    )


def decision(number: int = 1) -> DecisionCard:
    return DecisionCard(
        number=number,
        decision="Mit dem Berufsschulzentrum Bregenz einen gemeinsamen Lehrgang Aluminiumschweißen für 14 Personen "
        "beginnen.",
        badges=(Badge("MT", Tone.MT), Badge("regional", Tone.REGIONAL), Badge("Dienste entwickeln", Tone.NEUTRAL)),
        lines=(
            CardLine(
                label="Warum",
                lines=(
                    "12 Betriebe brauchen es, 31 Personen fehlen in 12 Monaten.",
                    "9 von 11 Einstellungsversuchen waren schwierig oder erfolglos.",
                    "Ein passendes Angebot ist erfasst, aber noch ohne Kontakt.",
                ),
            ),
            CardLine(label="Sonst", lines=("7 Betriebe nennen verlorene Aufträge, 3 stehende Arbeit.",)),
            CardLine(
                label="Erster Schritt in 30 Tagen",
                lines=("Wer: ____________  Mit wem: Schulleitung  Bis: ____________",),
            ),
            CardLine(label="Kosten", lines=("6–10 Arbeitstage, 8.000–15.000 EUR",)),
            CardLine(label="Wer zahlen könnte", lines=("Regionales Programm für Kompetenzpartnerschaften",)),
            CardLine(
                label="Weiter, wenn – aufhören, wenn",
                lines=("Weiter: acht feste Anmeldungen.", "Aufhören: weniger als vier bis März."),
            ),
            CardLine(label="Noch unbekannt", lines=("Plätze je Jahr beim zweiten Anbieter",)),
        ),
    )


def demo_report(*, rows: int = 300, language: str = "de", banner: str | None = "Erfundenes Beispiel") -> Report:
    sections = (
        Section(
            key="summary",
            title="Das Wichtigste auf einer Seite",
            blocks=(
                Paragraph(
                    text="Zwölf Betriebe suchen dieselbe Kompetenz, und niemand in der Region lehrt sie.", lead=True
                ),
                KeyFigures(
                    figures=(
                        KeyFigure(value="62 %", label="haben geantwortet", detail="26 von 42 angefragten Mitgliedern"),
                        KeyFigure(value="87", label="Bedarfe", detail="in 61 Kompetenzen", tone=Tone.REGIONAL),
                        KeyFigure(value="214", label="fehlende Personen in 12 Monaten", tone=Tone.WARN),
                        KeyFigure(value="–", label="Plätze je Jahr", detail="noch nicht bekannt", tone=Tone.NEUTRAL),
                    )
                ),
                Paragraph(text=_LOREM),
                Bullets(items=("Kurzer Punkt.", _LOREM, HOSTILE[4])),
                Note(title="Grenzen", text=_LOREM, tone=Tone.WARN),
                Note(title="Hinweis ohne Ton", text="Kurz."),
            ),
        ),
        Section(
            key="answers",
            title="Wer gefragt wurde und wer geantwortet hat",
            blocks=(
                Paragraph(text=_LOREM),
                stacked(),
                Table(
                    key="by_size",
                    caption="Rücklauf nach Größe",
                    columns=(
                        Column(key="size", header="Größe"),
                        Column(key="asked", header="Angefragt", kind=ColumnKind.WHOLE),
                        Column(key="answered", header="Geantwortet", kind=ColumnKind.WHOLE),
                        Column(key="rate", header="Rücklauf", kind=ColumnKind.SHARE),
                    ),
                    rows=(
                        ("Kleinstbetriebe", 12, 4, 0.33),
                        ("Kleine", 16, 8, 0.5),
                        ("Mittlere", 8, 5, 0.625),
                        ("Große", 3, Suppressed("< 5"), None),
                    ),
                ),
            ),
        ),
        Section(
            key="priorities",
            title="Prioritäten",
            blocks=(Paragraph(text=_LOREM), bars(), ranges(), bubbles(), needs_table(rows), grouped()),
        ),
        Section(
            key="coverage",
            title="Abdeckung",
            blocks=(
                Paragraph(text=_LOREM),
                heat(),
                Table(
                    key="empty",
                    caption="Vorstellungen, die anzubahnen sind",
                    columns=(Column(key="who", header="Wer"),),
                    rows=(),
                    empty_text="Noch ist keine Verbindung erfasst.",
                ),
            ),
        ),
        Section(key="grid", title="Was der Cluster tut", blocks=(Paragraph(text=_LOREM), grid())),
        Section(key="steps", title="Die vier Schritte", blocks=(steps(), Paragraph(text=_LOREM))),
        Section(key="decisions", title="Drei Entscheidungen", blocks=(decision(1), decision(2), decision(3))),
        Section(
            key="method",
            title="So wurde gerechnet",
            blocks=(Paragraph(text=_LOREM), Bullets(items=(_LOREM,) * 4), Note(title="Quellen", text=_LOREM)),
        ),
        Section(
            key="hostile",
            title=HOSTILE[1],
            blocks=(
                Paragraph(text="\n".join(HOSTILE)),
                hostile_table(),
                bars(HOSTILE, key="../../evil<>:"),
                Note(title=HOSTILE[3], text=HOSTILE[1]),
            ),
        ),
        Section(
            key="raw",
            title="Nur in der Arbeitsmappe",
            blocks=(Paragraph(text="MARKE-NUR-MAPPE"),),
            workbook_only=True,
        ),
    )
    return Report(
        title="Kompetenzbedarf der Mitglieder",
        subtitle="Schnellerhebung im Frühjahr 2026: Bedarf, Angebot, Diagnose und nächste Schritte",
        cluster="Cluster Metall & Mechatronik Vorarlberg <erfunden>",
        round_label="Runde 2026/1",
        made_on=date(2026, 5, 4),
        language=LanguageCode(language),
        anonymous=False,
        banner=banner,
        cover_facts=(
            ("Angefragt", "42 Mitglieder"),
            ("Geantwortet", "26 Mitglieder (62 %)"),
            ("Zeitraum", "3.–17. März 2026"),
            ("Gilt für", "Region Vorarlberg, Sektoren Metall, Mechatronik und erneuerbare Energien"),
        ),
        sections=sections,
        words=words(),
        data={"cluster": {"name": "Cluster Metall"}, "skills": [], "share": 0.5, "unknown": None},
    )
