"""Everything a person touches: the command line (`ui.cli`) and the window (start at `ui.app`). No SQL, no rule of the method."""
