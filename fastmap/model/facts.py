"""Names of conditions that catalogue rules may use as prerequisites.

They stand here, below the catalogue, so that reading a catalogue can check every name. What makes a condition true
is decided in `fastmap.advice.conditions`; its words stand under ``condition.<name>``.
"""

from typing import Final

CONDITIONS: Final[frozenset[str]] = frozenset(
    {
        "has_answers",  # at least min_users accepted responses
        "has_supported_need",  # a verdict at least indicative on any level
        "response_rate_on_target",
        "members_recorded",
        "partners_recorded",
        "education_in_cluster",  # a VET, university or RTO is a member
        "education_linked",  # a VET, university or RTO at stage >= strong_stage
        "authority_linked",  # authority or agency at stage >= strong_stage
        "regional_cluster_linked",
        "international_linked",
        "partner_for_need",  # a fitting partner is recorded for a top need
        "people_to_release",  # firms would release people for joint training
        "training_running",  # A4 or B2 runs
        "information_running",  # A1, A2 or A3 runs
        "mapping_done",  # B1 runs or is done, or this round has answers
        "monitoring_running",  # D1 runs
        "regional_action_running",
        "checklist_begun",
        "checklist_on_target",
        "exchange_done",  # C2 runs or is done
        "ties_recorded",
    }
)
