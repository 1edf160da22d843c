"""The room where outside files come in: needs forms, member and partner lists, exports of other survey tools.

Everything here turns a file into frozen values of `fastmap.model` plus a list of problems, each with its place, and
changes nothing: `fastmap.changes` applies the outcome. What a form asks stands in `form_definition` (the writer in
`exports.forms` uses it too). Files from outside are opened in a limited child process only; start reading at
`safe_reading`, then `forms`.
"""
