<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BallotForm</name>
    <message numerus="yes">
        <source>%n option(s). More than {most} are hard to read on a wall and a phone.</source>
        <translation>
            <numerusform>%n option. More than {most} are hard to read on a wall and a phone.</numerusform>
            <numerusform>%n options. More than {most} are hard to read on a wall and a phone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n option</numerusform>
            <numerusform>%n options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BallotView</name>
    <message numerus="yes">
        <source>%n dot(s)</source>
        <translation>
            <numerusform>%n dot</numerusform>
            <numerusform>%n dots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) voted</source>
        <translation>
            <numerusform>%n person voted</numerusform>
            <numerusform>%n people voted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room and survey disagree on %n option(s).</source>
        <translation>
            <numerusform>Room and survey disagree on %n option.</numerusform>
            <numerusform>Room and survey disagree on %n options.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) voted, and fewer were in the room: {room}. Somebody may have voted twice.</source>
        <translation>
            <numerusform>%n person voted, and fewer were in the room: {room}. Somebody may have voted twice.</numerusform>
            <numerusform>%n people voted, and fewer were in the room: {room}. Somebody may have voted twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasingWork</name>
    <message numerus="yes">
        <source>Nothing was erased: %n change(s) could not be saved so far, and the name may stand there. Cancel, save a copy or make it possible to save this file, and erase then.</source>
        <translation>
            <numerusform>Nothing was erased: %n change could not be saved so far, and the name may stand there. Cancel, save a copy or make it possible to save this file, and erase then.</numerusform>
            <numerusform>Nothing was erased: %n changes could not be saved so far, and the name may stand there. Cancel, save a copy or make it possible to save this file, and erase then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased, but %n file(s) may still hold the name.</source>
        <translation>
            <numerusform>Erased, but %n file may still hold the name.</numerusform>
            <numerusform>Erased, but %n files may still hold the name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasureFirst</name>
    <message numerus="yes">
        <source>%n file(s) may still hold the name: {files}.</source>
        <translation>
            <numerusform>%n file may still hold the name: {files}.</numerusform>
            <numerusform>%n files may still hold the name: {files}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCare</name>
    <message numerus="yes">
        <source>By now %n change(s) wait for the copy.</source>
        <translation>
            <numerusform>By now %n change waits for the copy.</numerusform>
            <numerusform>By now %n changes wait for the copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save a copy somewhere else: it gets the %n change(s) that could not be saved, too.</source>
        <translation>
            <numerusform>Save a copy somewhere else: it gets the change that could not be saved, too.</numerusform>
            <numerusform>Save a copy somewhere else: it gets the %n changes that could not be saved, too.</numerusform>
        </translation>
    </message>
</context>
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
    <name>RemoveWorkshopQuestion</name>
    <message numerus="yes">
        <source>%n item(s) of the agenda</source>
        <translation>
            <numerusform>%n item of the agenda</numerusform>
            <numerusform>%n items of the agenda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notes and decisions of %n item(s)</source>
        <translation>
            <numerusform>notes and decisions of %n item</numerusform>
            <numerusform>notes and decisions of %n items</numerusform>
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
        <source>the dots of %n person(s)</source>
        <translation>
            <numerusform>the dots of %n person</numerusform>
            <numerusform>the dots of %n people</numerusform>
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
<context>
    <name>UnsavedQuestion</name>
    <message numerus="yes">
        <source>%n change(s) could not be saved in {file}.</source>
        <translation>
            <numerusform>%n change could not be saved in {file}.</numerusform>
            <numerusform>%n changes could not be saved in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoteControls</name>
    <message numerus="yes">
        <source>%n person(s) voted by phone</source>
        <translation>
            <numerusform>%n person voted by phone</numerusform>
            <numerusform>%n people voted by phone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on paper</source>
        <translation>
            <numerusform>%n on paper</numerusform>
            <numerusform>%n on paper</numerusform>
        </translation>
    </message>
</context>
</TS>
