<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskDialog</name>
    <message numerus="yes">
        <source>The sheet says which skills your members need, how many people and at what level. No figure rests on fewer than %n member(s), and nobody is named. Send both files; drop the filled Excel form on the window.</source>
        <translation>
            <numerusform>The sheet says which skills your members need, how many people and at what level. No figure rests on fewer than %n member, and nobody is named. Send both files; drop the filled Excel form on the window.</numerusform>
            <numerusform>The sheet says which skills your members need, how many people and at what level. No figure rests on fewer than %n members, and nobody is named. Send both files; drop the filled Excel form on the window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provider(s) chosen</source>
        <translation>
            <numerusform>%n provider chosen</numerusform>
            <numerusform>%n providers chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitmentsView</name>
    <message numerus="yes">
        <source>%n commitment(s) recorded</source>
        <translation>
            <numerusform>%n commitment recorded</numerusform>
            <numerusform>%n commitments recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n commitment removed. Undo brings it back.</numerusform>
            <numerusform>%n commitments removed. Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s) pasted.</source>
        <translation>
            <numerusform>%n commitment pasted.</numerusform>
            <numerusform>%n commitments pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood: {texts}.</source>
        <translation>
            <numerusform>%n cell not understood: {texts}.</numerusform>
            <numerusform>%n cells not understood: {texts}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsStrip</name>
    <message numerus="yes">
        <source>Something was found in %n file(s) of the last import.</source>
        <translation>
            <numerusform>Something was found in %n file of the last import.</numerusform>
            <numerusform>Something was found in %n files of the last import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n offer(s) of the same skill and form become one.</source>
        <translation>
            <numerusform>%n offer of the same skill and form joins another.</numerusform>
            <numerusform>%n offers of the same skill and form join others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameCard</name>
    <message numerus="yes">
        <source>Named by %n firm(s): {firms}</source>
        <translation>
            <numerusform>Named by %n firm: {firms}</numerusform>
            <numerusform>Named by %n firms: {firms}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesStrip</name>
    <message numerus="yes">
        <source>%n organisation(s) named in forms are not under Partners yet.</source>
        <translation>
            <numerusform>%n organisation named in forms is not under Partners yet.</numerusform>
            <numerusform>%n organisations named in forms are not under Partners yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message numerus="yes">
        <source>%n row(s) copied: paste them into a spreadsheet.</source>
        <translation>
            <numerusform>%n row copied: paste it into a spreadsheet.</numerusform>
            <numerusform>%n rows copied: paste them into a spreadsheet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message numerus="yes">
        <source>on the shortest way between %n of 100 pairs of others</source>
        <translation>
            <numerusform>on the shortest way between %n of 100 pairs of others</numerusform>
            <numerusform>on the shortest way between %n of 100 pairs of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersDirectory</name>
    <message numerus="yes">
        <source>%n of {total} partners shown</source>
        <translation>
            <numerusform>%n of {total} partners shown</numerusform>
            <numerusform>%n of {total} partners shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n partner removed. Undo brings it back.</numerusform>
            <numerusform>%n partners removed. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersPage</name>
    <message numerus="yes">
        <source>Decide about %n offer form(s)</source>
        <translation>
            <numerusform>Decide about %n offer form</numerusform>
            <numerusform>Decide about %n offer forms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n organisation(s) named in forms</source>
        <translation>
            <numerusform>Review %n organisation named in forms</numerusform>
            <numerusform>Review %n organisations named in forms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersPasting</name>
    <message numerus="yes">
        <source>%n partner(s) pasted.</source>
        <translation>
            <numerusform>%n partner pasted.</numerusform>
            <numerusform>%n partners pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new one(s) left out, because their type is missing: {names}.</source>
        <translation>
            <numerusform>%n new one left out, because its type is missing: {names}.</numerusform>
            <numerusform>%n new ones left out, because their type is missing: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood: {texts}.</source>
        <translation>
            <numerusform>%n cell not understood: {texts}.</numerusform>
            <numerusform>%n cells not understood: {texts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) stand in columns that are not typed here: {texts}. Offers are pasted with the headings of their columns.</source>
        <translation>
            <numerusform>%n cell stands in a column that is not typed here: {texts}. Offers are pasted with the headings of their columns.</numerusform>
            <numerusform>%n cells stand in columns that are not typed here: {texts}. Offers are pasted with the headings of their columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s) pasted. Undo takes it back.</source>
        <translation>
            <numerusform>%n partner pasted. Undo takes it back.</numerusform>
            <numerusform>%n partners pasted. Undo takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersPreview</name>
    <message numerus="yes">
        <source>%n offer(s): {skills}</source>
        <translation>
            <numerusform>%n offer: {skills}</numerusform>
            <numerusform>%n offers: {skills}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s) new</source>
        <translation>
            <numerusform>%n partner new</numerusform>
            <numerusform>%n partners new</numerusform>
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
        <source>%n offer(s) new or changed</source>
        <translation>
            <numerusform>%n offer new or changed</numerusform>
            <numerusform>%n offers new or changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersWords</name>
    <message numerus="yes">
        <source>%n demand sheet(s) written to {folder}, each in Excel and PDF.</source>
        <translation>
            <numerusform>%n demand sheet written to {folder}, in Excel and PDF.</numerusform>
            <numerusform>%n demand sheets written to {folder}, each in Excel and PDF.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer form(s) wait for a decision.</source>
        <translation>
            <numerusform>%n offer form waits for a decision.</numerusform>
            <numerusform>%n offer forms wait for a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s), listed by file under “What was found”.</source>
        <translation>
            <numerusform>%n remark, listed by file under “What was found”.</numerusform>
            <numerusform>%n remarks, listed by file under “What was found”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer form(s) taken.</source>
        <translation>
            <numerusform>%n offer form taken.</numerusform>
            <numerusform>%n offer forms taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n offer</numerusform>
            <numerusform>%n offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{counted}; %n of the top {top} skills not covered</source>
        <translation>
            <numerusform>{counted}; %n of the top {top} skills is not covered</numerusform>
            <numerusform>{counted}; %n of the top {top} skills are not covered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{counted}; %n offer form(s) wait for a decision</source>
        <translation>
            <numerusform>{counted}; %n offer form waits for a decision</numerusform>
            <numerusform>{counted}; %n offer forms wait for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) a year</source>
        <translation>
            <numerusform>%n place a year</numerusform>
            <numerusform>%n places a year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people short</source>
        <translation>
            <numerusform>%n person short</numerusform>
            <numerusform>%n people short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firm(s) need it</source>
        <translation>
            <numerusform>%n firm needs it</numerusform>
            <numerusform>%n firms need it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{firms} and will be short of %n people in 12 months.</source>
        <translation>
            <numerusform>{firms} and will be short of %n person in 12 months.</numerusform>
            <numerusform>{firms} and will be short of %n people in 12 months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) of members taken; you find them under Needs.</source>
        <translation>
            <numerusform>%n answer of a member taken; you find it under Needs.</numerusform>
            <numerusform>%n answers of members taken; you find them under Needs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questionnaire(s) of the team taken; you find them under Cluster, Team.</source>
        <translation>
            <numerusform>%n questionnaire of the team taken; you find it under Cluster, Team.</numerusform>
            <numerusform>%n questionnaires of the team taken; you find them under Cluster, Team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provider(s) have no sheet, because there is no skill to ask them about: {names}.</source>
        <translation>
            <numerusform>%n provider has no sheet, because there is no skill to ask it about: {names}.</numerusform>
            <numerusform>%n providers have no sheet, because there is no skill to ask them about: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepliesStrip</name>
    <message numerus="yes">
        <source>%n offer form(s) of providers wait for a decision.</source>
        <translation>
            <numerusform>%n offer form of a provider waits for a decision.</numerusform>
            <numerusform>%n offer forms of providers wait for a decision.</numerusform>
        </translation>
    </message>
</context>
</TS>
