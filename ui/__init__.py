"""Everything a person touches: the command line now, the window next. No SQL, no arithmetic on frames, no rule."""
