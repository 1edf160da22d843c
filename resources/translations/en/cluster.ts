<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TeamForm</name>
    <message numerus="yes">
        <source>%n more note(s) stand in the file.</source>
        <translation>
            <numerusform>%n more note stands in the file.</numerusform>
            <numerusform>%n more notes stand in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation>
            <numerusform>%n item chosen</numerusform>
            <numerusform>%n items chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPresenter</name>
    <message numerus="yes">
        <source>%n questionnaire(s) taken.</source>
        <translation>
            <numerusform>%n questionnaire taken.</numerusform>
            <numerusform>%n questionnaires taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s), the first: {first}</source>
        <translation>
            <numerusform>%n remark: {first}</numerusform>
            <numerusform>%n remarks, the first: {first}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamResults</name>
    <message numerus="yes">
        <source>%n person(s) of the team answered</source>
        <translation>
            <numerusform>%n person of the team answered</numerusform>
            <numerusform>%n people of the team answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s) answered</source>
        <translation>
            <numerusform>%n stakeholder answered</numerusform>
            <numerusform>%n stakeholders answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamView</name>
    <message numerus="yes">
        <source>%n questionnaire(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n questionnaire removed. Undo brings it back.</numerusform>
            <numerusform>%n questionnaires removed. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
</TS>
