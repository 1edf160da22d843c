<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ColumnDetail</name>
    <message numerus="yes">
        <source>%n column(s) chosen</source>
        <translation>
            <numerusform>%n column chosen</numerusform>
            <numerusform>%n columns chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n columns alike</source>
        <translation>
            <numerusform>The %n column alike</numerusform>
            <numerusform>All %n columns alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedWords</name>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n form</numerusform>
            <numerusform>%n forms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n need</numerusform>
            <numerusform>%n needs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) without a skill</source>
        <translation>
            <numerusform>%n text without a skill</numerusform>
            <numerusform>%n texts without a skill</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other member(s) named it</source>
        <translation>
            <numerusform>%n other member named it</numerusform>
            <numerusform>%n other members named it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedsList</name>
    <message numerus="yes">
        <source>%n need(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n need removed. Undo brings it back.</numerusform>
            <numerusform>%n needs removed. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedsPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacingView</name>
    <message numerus="yes">
        <source>Place %n text(s) equal to a skill</source>
        <translation>
            <numerusform>Place %n text equal to a skill</numerusform>
            <numerusform>Place %n texts equal to a skill</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) placed.</source>
        <translation>
            <numerusform>%n text placed.</numerusform>
            <numerusform>%n texts placed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message numerus="yes">
        <source>The first %n answers are shown; all are taken.</source>
        <translation>
            <numerusform>The first answer is shown; all are taken.</numerusform>
            <numerusform>The first %n answers are shown; all are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SurveyAssistant</name>
    <message numerus="yes">
        <source>None of the %n sheets looks like answers, one row per respondent: they hold statistics or text. Choose a sheet to look at it all the same.</source>
        <translation>
            <numerusform>The %n sheet does not look like answers, one row per respondent: it holds statistics or text. Choose it to look at it all the same.</numerusform>
            <numerusform>None of the %n sheets looks like answers, one row per respondent: they hold statistics or text. Choose a sheet to look at it all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to look at: what they mean is a guess.</source>
        <translation>
            <numerusform>%n column to look at: what it means is a guess.</numerusform>
            <numerusform>%n columns to look at: what they mean is a guess.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n answer(s)</source>
        <translation>
            <numerusform>Import %n answer</numerusform>
            <numerusform>Import %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the assessment already</source>
        <translation>
            <numerusform>%n in the assessment already</numerusform>
            <numerusform>%n in the assessment already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n respondent(s) become new members</source>
        <translation>
            <numerusform>%n respondent becomes a new member</numerusform>
            <numerusform>%n respondents become new members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait until somebody says whose they are.</source>
        <translation>
            <numerusform>%n answer waits until somebody says whose it is.</numerusform>
            <numerusform>%n answers wait until somebody says whose they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SurveyImports</name>
    <message numerus="yes">
        <source>%n answer(s) taken</source>
        <translation>
            <numerusform>%n answer taken</numerusform>
            <numerusform>%n answers taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n need</numerusform>
            <numerusform>%n needs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SurveyWords</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n need</numerusform>
            <numerusform>%n needs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to look at</source>
        <translation>
            <numerusform>%n cell to look at</numerusform>
            <numerusform>%n cells to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_TextCard</name>
    <message numerus="yes">
        <source>%n firm(s)</source>
        <translation>
            <numerusform>%n firm</numerusform>
            <numerusform>%n firms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
