"""The assessment file: the only place of fastmap that speaks SQL.

`opening` refuses what must not be opened, locks, migrates and backs up; `tables` says which value is kept in which
table; `recorder` changes rows and remembers what they were; `events` turns that into history, undo and redo;
`reading` makes the snapshot. What a person may want to change is described in `fastmap.changes`; everybody outside
uses `fastmap.assessment`.
"""
