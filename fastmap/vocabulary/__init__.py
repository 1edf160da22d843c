"""The skill vocabulary of this computer: ESCO packages, the starter list, type-ahead, matching of free text.

Start with `index`: `open_index` gives the `SkillIndex` that everything else asks. `esco.import_packages` reads official
packages into the user's data folder; `generations` keeps them there, so that an import is complete or has not
happened; `building` turns skills into the arrays that `index` reads without loading them. `proposals` says which
texts of an assessment could be placed where. An assessment never depends on this folder: recording a mapping copies
the skill into the file.
"""
