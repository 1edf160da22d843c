<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswerStrip</name>
    <message numerus="yes">
        <source>of %n member(s) asked</source>
        <translation>
            <numerusform>of %n member asked</numerusform>
            <numerusform>of %n members asked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
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
<context>
    <name>MembersImporting</name>
    <message numerus="yes">
        <source>%n member(s) added</source>
        <translation>
            <numerusform>%n member added</numerusform>
            <numerusform>%n members added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message numerus="yes">
        <source>Remove %n member(s) with their answers?</source>
        <translation>
            <numerusform>Remove %n member with the answers?</numerusform>
            <numerusform>Remove %n members with their answers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them sent an answer, which goes too. Undo brings everything back.</source>
        <translation>
            <numerusform>%n of them sent an answer, which goes too. Undo brings everything back.</numerusform>
            <numerusform>%n of them sent answers, which go too. Undo brings everything back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersPreview</name>
    <message numerus="yes">
        <source>%n cell(s) to look at</source>
        <translation>
            <numerusform>%n cell to look at</numerusform>
            <numerusform>%n cells to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) new</source>
        <translation>
            <numerusform>%n member new</numerusform>
            <numerusform>%n members new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as recorded</source>
        <translation>
            <numerusform>%n as recorded</numerusform>
            <numerusform>%n as recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersRound</name>
    <message numerus="yes">
        <source>The %n member(s) selected</source>
        <translation>
            <numerusform>The %n member selected</numerusform>
            <numerusform>The %n members selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) not asked yet</source>
        <translation>
            <numerusform>%n member not asked yet</numerusform>
            <numerusform>%n members not asked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) to be called</source>
        <translation>
            <numerusform>%n member to be called</numerusform>
            <numerusform>%n members to be called</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n member(s)</source>
        <translation>
            <numerusform>All: %n member</numerusform>
            <numerusform>All %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) written to {folder}.</source>
        <translation>
            <numerusform>%n form written to {folder}.</numerusform>
            <numerusform>%n forms written to {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with last round&apos;s needs.</source>
        <translation>
            <numerusform>%n of them with last round&apos;s needs.</numerusform>
            <numerusform>%n of them with last round&apos;s needs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feedback sheet(s) written to {folder}, with a table for a mail merge.</source>
        <translation>
            <numerusform>%n feedback sheet written to {folder}, with a table for a mail merge.</numerusform>
            <numerusform>%n feedback sheets written to {folder}, with a table for a mail merge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its members is/are on your list.</source>
        <translation>
            <numerusform>%n of its members is on your list.</numerusform>
            <numerusform>%n of its members are on your list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) written to {file}.</source>
        <translation>
            <numerusform>%n reminder written to {file}.</numerusform>
            <numerusform>%n reminders written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Status of %n member(s) set to “{status}”.</source>
        <translation>
            <numerusform>Status of %n member set to “{status}”.</numerusform>
            <numerusform>Status of %n members set to “{status}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonalDialog</name>
    <message numerus="yes">
        <source>%n consent(s) due</source>
        <translation>
            <numerusform>%n consent due</numerusform>
            <numerusform>%n consents due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message numerus="yes">
        <source>All %n member(s) to be called</source>
        <translation>
            <numerusform>The %n member to be called</numerusform>
            <numerusform>All %n members to be called</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) overdue</source>
        <translation>
            <numerusform>%n member overdue</numerusform>
            <numerusform>%n members overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) are on the clipboard.</source>
        <translation>
            <numerusform>%n reminder is on the clipboard.</numerusform>
            <numerusform>%n reminders are on the clipboard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without an e-mail address.</source>
        <translation>
            <numerusform>%n of them without an e-mail address.</numerusform>
            <numerusform>%n of them without an e-mail address.</numerusform>
        </translation>
    </message>
</context>
</TS>
