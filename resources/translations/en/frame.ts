<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PhonesDialog</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to check: say whose</source>
        <translation>
            <numerusform>%n answer to check: say whose</numerusform>
            <numerusform>%n answers to check: say whose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundWords</name>
    <message numerus="yes">
        <source>Round {round} is begun with %n member(s), none of them asked yet.</source>
        <translation>
            <numerusform>Round {round} is begun with %n member, not asked yet.</numerusform>
            <numerusform>Round {round} is begun with %n members, none of them asked yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact person(s) left out: consent expired.</source>
        <translation>
            <numerusform>%n contact person left out: consent expired.</numerusform>
            <numerusform>%n contact persons left out: consent expired.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>Room open: %n</source>
        <comment>answers and votes that came in</comment>
        <translation>
            <numerusform>Room open: %n</numerusform>
            <numerusform>Room open: %n</numerusform>
        </translation>
    </message>
</context>
</TS>
