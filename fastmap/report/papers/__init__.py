"""Papers that people go on writing: board paper, introduction mails, minutes, paragraphs for an application.

They are made from the same results and the same finished chapters as the report, so a figure in a paper is a figure of
the report; each leads to a row that says where. `build` puts the papers together, `desk` is what all of them write with.
`exports.word` makes documents of them.
"""
