<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionWords</name>
    <message numerus="yes">
        <source>%n action(s) in {cells} of {all} cells</source>
        <translation>
            <numerusform>%n action in {cells} of {all} cells</numerusform>
            <numerusform>%n actions in {cells} of {all} cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{status} · %n partner(s)</source>
        <translation>
            <numerusform>{status} · %n partner</numerusform>
            <numerusform>{status} · %n partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellFrame</name>
    <message numerus="yes">
        <source>%n action(s) not shown</source>
        <translation>
            <numerusform>%n action not shown</numerusform>
            <numerusform>%n actions not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>{shown} of %n action(s)</source>
        <translation>
            <numerusform>{shown} of %n action</numerusform>
            <numerusform>{shown} of %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridLegend</name>
    <message numerus="yes">
        <source>%n of {all} cells is empty. Empty cells feed the next steps.</source>
        <translation>
            <numerusform>%n of {all} cells is empty. Empty cells feed the next steps.</numerusform>
            <numerusform>%n of {all} cells are empty. Empty cells feed the next steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Balance: %n gap(s)</source>
        <translation>
            <numerusform>Balance: %n gap</numerusform>
            <numerusform>Balance: %n gaps</numerusform>
        </translation>
    </message>
</context>
</TS>
