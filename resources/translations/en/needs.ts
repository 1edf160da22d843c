<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswerComparison</name>
    <message numerus="yes">
        <source>Beside %n earlier answer(s) of this member</source>
        <translation>
            <numerusform>Beside the earlier answer of this member</numerusform>
            <numerusform>Beside %n earlier answers of this member</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersSoFar</name>
    <message numerus="yes">
        <source>%n need(s) written down</source>
        <translation>
            <numerusform>%n need written down</numerusform>
            <numerusform>%n needs written down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other answer(s) of this member count too</source>
        <translation>
            <numerusform>%n other answer of this member counts too</numerusform>
            <numerusform>%n other answers of this member count too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people at the site</source>
        <translation>
            <numerusform>%n person at the site</numerusform>
            <numerusform>%n people at the site</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterCard</name>
    <message numerus="yes">
        <source>You decide about %n text(s) at once. Arrow right: pick one out.</source>
        <translation>
            <numerusform>You decide about %n text. Arrow right: pick it out.</numerusform>
            <numerusform>You decide about %n texts at once. Arrow right: pick one out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterWords</name>
    <message numerus="yes">
        <source>%n firm(s)</source>
        <translation>
            <numerusform>%n firm</numerusform>
            <numerusform>%n firms</numerusform>
        </translation>
    </message>
</context>
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
    <name>DecisionExchange</name>
    <message numerus="yes">
        <source>%n decision(s) saved in {file}.</source>
        <translation>
            <numerusform>%n decision saved in {file}.</numerusform>
            <numerusform>%n decisions saved in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) taken over, marked as remembered.</source>
        <translation>
            <numerusform>%n decision taken over, marked as remembered.</numerusform>
            <numerusform>%n decisions taken over, marked as remembered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are decided otherwise here; that stays.</source>
        <translation>
            <numerusform>%n text is decided otherwise here; that stays.</numerusform>
            <numerusform>%n texts are decided otherwise here; that stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not taken, the first:</source>
        <translation>
            <numerusform>%n row was not taken:</numerusform>
            <numerusform>%n rows were not taken, the first:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDetail</name>
    <message numerus="yes">
        <source>Offer form with %n offer(s)</source>
        <translation>
            <numerusform>Offer form with %n offer</numerusform>
            <numerusform>Offer form with %n offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Questionnaire with %n answer(s)</source>
        <translation>
            <numerusform>Questionnaire with %n answer</numerusform>
            <numerusform>Questionnaire with %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
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
    <name>PlacingDecisions</name>
    <message numerus="yes">
        <source>%n text(s) placed.</source>
        <translation>
            <numerusform>%n text placed.</numerusform>
            <numerusform>%n texts placed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacingFilters</name>
    <message numerus="yes">
        <source>Accept %n equal text(s) (A)</source>
        <translation>
            <numerusform>Accept %n equal text (A)</numerusform>
            <numerusform>Accept %n equal texts (A)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacingFoot</name>
    <message numerus="yes">
        <source>Take over %n decision(s) of the previous round</source>
        <translation>
            <numerusform>Take over %n decision of the previous round</numerusform>
            <numerusform>Take over %n decisions of the previous round</numerusform>
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
    <name>VocabularyDesk</name>
    <message numerus="yes">
        <source>ESCO is loaded: %n skill(s).</source>
        <translation>
            <numerusform>ESCO is loaded: %n skill.</numerusform>
            <numerusform>ESCO is loaded: %n skills.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) of this file are not in it any more and keep their needs: {names}.</source>
        <translation>
            <numerusform>%n skill of this file is not in it any more and keeps its needs: {names}.</numerusform>
            <numerusform>%n skills of this file are not in it any more and keep their needs: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyDialog</name>
    <message numerus="yes">
        <source>%n skill(s) of this assessment are in no loaded version of ESCO any more. Their needs stay where they are: {names}.</source>
        <translation>
            <numerusform>%n skill of this assessment is in no loaded version of ESCO any more. Its needs stay where they are: {names}.</numerusform>
            <numerusform>%n skills of this assessment are in no loaded version of ESCO any more. Their needs stay where they are: {names}.</numerusform>
        </translation>
    </message>
</context>
</TS>
