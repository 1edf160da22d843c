"""From results to a report: what is said, in which order, in one language, named or anonymous.

Writers in `exports` get a `finished.Report`; `blocks` and `drawings` are the pieces that they know how to draw,
`sections` build them, `privacy` decides what may be shown, `contract` gives the JSON of the contract. Start at
`build.build_report`.
"""
