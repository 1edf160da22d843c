<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EntryForm</name>
    <message numerus="yes">
        <source>%n organisation(s) named</source>
        <translation>
            <numerusform>%n organisation named</numerusform>
            <numerusform>%n organisations named</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them counted in another entry already</source>
        <translation>
            <numerusform>%n of them counts in another entry already</numerusform>
            <numerusform>%n of them count in another entry already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>%n entry(s) reach beyond it and are not counted here.</source>
        <translation>
            <numerusform>%n entry reaches beyond it and is not counted here.</numerusform>
            <numerusform>%n entries reach beyond it and are not counted here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied. Paste them into a spreadsheet.</source>
        <translation>
            <numerusform>%n row copied. Paste it into a spreadsheet.</numerusform>
            <numerusform>%n rows copied. Paste them into a spreadsheet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s). The first, in {cell}: {problem}</source>
        <translation>
            <numerusform>%n remark, in {cell}: {problem}</numerusform>
            <numerusform>%n remarks. The first, in {cell}: {problem}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KpiPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n entry removed. Undo brings it back.</numerusform>
            <numerusform>%n entries removed. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KpiWords</name>
    <message numerus="yes">
        <source>%n different organisation(s)</source>
        <translation>
            <numerusform>%n organisation</numerusform>
            <numerusform>%n different organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without evidence</source>
        <translation>
            <numerusform>%n without evidence</numerusform>
            <numerusform>%n without evidence</numerusform>
        </translation>
    </message>
</context>
</TS>
