<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
