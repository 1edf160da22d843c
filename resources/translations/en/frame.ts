<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
