"""The frame around the pages: window, menus, step list, top bar, start page, help. Start reading at `window`.

`workspace` shows the pages of the open assessment, `preparing` makes them in quiet moments. What the window is asked for
is done at desks: `menu_actions` says which entry leads where, `file_desk` makes, opens and copies whole files (with
`rounds`, `backups`, `history`, `protected`, `sample`), `file_care` helps where a file is not as it should be, `workshop`
opens what a meeting needs. `asking` holds the system's dialogs for files.
"""
