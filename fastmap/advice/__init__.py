"""What to do next, and why: recommendations that a board can decide on, from recorded facts and catalogue rules alone.

Start reading in `recommendations`. `needs` says which diagnoses count, `conditions` what is in place, `partners` with
whom, `candidates` weighs every action, `reasons` collects the sentences. What already runs is the subject of `keeping`.
"""
