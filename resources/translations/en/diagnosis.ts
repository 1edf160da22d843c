<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DiagnosisPage</name>
    <message numerus="yes">
        <source>Named by few: %n</source>
        <translation>
            <numerusform>Named by few: %n</numerusform>
            <numerusform>Named by few: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosisWords</name>
    <message numerus="yes">
        <source>%n skill(s) ranked; {open} out of balance</source>
        <translation>
            <numerusform>%n skill ranked; {open} out of balance</numerusform>
            <numerusform>%n skills ranked; {open} out of balance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) named, none by three firms yet</source>
        <translation>
            <numerusform>%n skill named, not by three firms yet</numerusform>
            <numerusform>%n skills named, none by three firms yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them come(s) from recorded offers.</source>
        <translation>
            <numerusform>%n of them comes from recorded offers.</numerusform>
            <numerusform>%n of them come from recorded offers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{share} of the %n firm(s) that gave a figure</source>
        <translation>
            <numerusform>{share} of the one firm that gave a figure</numerusform>
            <numerusform>{share} of the %n firms that gave a figure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firm(s) tried; {share} found it hard or failed</source>
        <translation>
            <numerusform>%n firm tried; {share} found it hard or failed</numerusform>
            <numerusform>%n firms tried; {share} found it hard or failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{people}; %n firm(s) gave no figure</source>
        <translation>
            <numerusform>{people}; %n firm gave no figure</numerusform>
            <numerusform>{people}; %n firms gave no figure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not known yet (%n offer(s))</source>
        <translation>
            <numerusform>not known yet (%n offer)</numerusform>
            <numerusform>not known yet (%n offers)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %n offer(s)</source>
        <translation>
            <numerusform>{places} in %n offer</numerusform>
            <numerusform>{places} in %n offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>places not known for %n</source>
        <translation>
            <numerusform>places not known for %n</numerusform>
            <numerusform>places not known for %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n does/do not fit</source>
        <translation>
            <numerusform>%n does not fit</numerusform>
            <numerusform>%n do not fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hangs on single answers: leaving out any one of %n firm(s) would change the verdict.</source>
        <translation>
            <numerusform>Hangs on a single answer: leaving out one firm would change the verdict.</numerusform>
            <numerusform>Hangs on single answers: leaving out any one of %n firms would change the verdict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filtered: {which}. {members} of {all} members, %n answer(s); offers are compared with these alone. Nothing is stored; reports show everybody.</source>
        <translation>
            <numerusform>Filtered: {which}. {members} of {all} members, one answer; offers are compared with these alone. Nothing is stored; reports show everybody.</numerusform>
            <numerusform>Filtered: {which}. {members} of {all} members, %n answers; offers are compared with these alone. Nothing is stored; reports show everybody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rank(s) would change</source>
        <translation>
            <numerusform>One rank would change</numerusform>
            <numerusform>%n ranks would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) would change</source>
        <translation>
            <numerusform>One verdict would change</numerusform>
            <numerusform>%n verdicts would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more is/are in the list only: named by too few, or further down the ranking.</source>
        <translation>
            <numerusform>One more is in the list only: named by too few, or further down the ranking.</numerusform>
            <numerusform>%n more are in the list only: named by too few, or further down the ranking.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>firm(s) need(s) it</source>
        <translation>
            <numerusform>firm needs it</numerusform>
            <numerusform>firms need it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>person(s) short today</source>
        <translation>
            <numerusform>person short today</numerusform>
            <numerusform>people short today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in 12 months</source>
        <translation>
            <numerusform>in 12 months</numerusform>
            <numerusform>in 12 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>place(s) a year</source>
        <translation>
            <numerusform>place a year</numerusform>
            <numerusform>places a year</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierDesk</name>
    <message numerus="yes">
        <source>Round {round} of {file} is kept for the comparison: %n of its members on your list.</source>
        <translation>
            <numerusform>Round {round} of {file} is kept for the comparison: %n of its members on your list.</numerusform>
            <numerusform>Round {round} of {file} is kept for the comparison: %n of its members on your list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its members is/are on your list.</source>
        <translation>
            <numerusform>%n of its members is on your list.</numerusform>
            <numerusform>%n of its members are on your list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
