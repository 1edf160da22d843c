"""Frozen values that every other room speaks in.

`snapshot.Snapshot` is what was recorded (input), `results.Results` what was worked out (output).
Nothing here reads files, knows a language or decides anything. `None` always means "not answered / not known";
it is never the same as zero.
"""
