<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>NextStepsPage</name>
    <message numerus="yes">
        <source>%n decision(s) for the board</source>
        <translation>
            <numerusform>%n decision for the board</numerusform>
            <numerusform>%n decisions for the board</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) for this step</source>
        <translation>
            <numerusform>%n suggestion for this step</numerusform>
            <numerusform>%n suggestions for this step</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put aside: %n suggestion(s) that come back when their facts change</source>
        <translation>
            <numerusform>Put aside: %n suggestion that comes back when its facts change</numerusform>
            <numerusform>Put aside: %n suggestions that come back when their facts change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n other suggestion(s)</source>
        <translation>
            <numerusform>Show %n other suggestion</numerusform>
            <numerusform>Show %n other suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStepsWords</name>
    <message numerus="yes">
        <source>%n decision(s) to take</source>
        <translation>
            <numerusform>%n decision to take</numerusform>
            <numerusform>%n decisions to take</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) to take, {accepted} accepted</source>
        <translation>
            <numerusform>%n decision to take, {accepted} accepted</numerusform>
            <numerusform>%n decisions to take, {accepted} accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OthersCard</name>
    <message numerus="yes">
        <source>Hide %n suggestion(s)</source>
        <translation>
            <numerusform>Hide %n suggestion</numerusform>
            <numerusform>Hide %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n suggestion(s)</source>
        <translation>
            <numerusform>Show %n suggestion</numerusform>
            <numerusform>Show %n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepPath</name>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
</TS>
