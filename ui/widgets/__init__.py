"""Building blocks of the pages: small widgets that look right by themselves and know nothing of assessments.

Every one that a person can reach takes its object name first; texts are set by the owner's `retranslate`. Start with
`labels`, `buttons` and `cards`; `table` holds everything about tables.
"""
