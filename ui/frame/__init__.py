"""The frame around the pages: window, menus, step list, top bar, start page, help. Start reading at `window`.

`workspace` shows the pages of the open assessment, `preparing` makes them in quiet moments. What the window is asked for
is done at desks: `menu_actions` says which entry leads where, `file_desk` makes, opens and copies whole files (with
`rounds`, `backups`, `history`, `protected`, `sample`), `dropping` takes what is dropped on the window, `file_care` helps where
a file is not as it should be (`erasure_first` ends an erasure that was begun, `unsaved` asks before changes are lost that the
file could not take), `workshop` opens what a meeting needs. `asking` holds the system's dialogs for files, `look` switches
colours, size and language, `recent_files` keeps the list of files opened last.
"""
