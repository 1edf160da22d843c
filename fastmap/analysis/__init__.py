"""From accepted answers to figures, verdicts, coverage, grid and steps: pure functions over one `Snapshot`.

Start with `consolidation` (which text means which skill) and `demand` (one row per member and skill); `quantities`,
`priorities`, `robustness` and `imbalance` build on that table. `supply`, `coverage`, `introductions`, `actors` and
`network` look at partners, `grid` and `readiness` at the cluster's own actions. What to do about all this is decided
in `fastmap.advice`; the order of the work stands in `fastmap.pipeline`.
"""
