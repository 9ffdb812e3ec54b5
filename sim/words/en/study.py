"""The words of the report of a study and of its figures, in English."""

LABELS: dict[str, str] = {
    "study_kicker": "Study of a grid organisation, simulated",
    "kind_sweep": "sweep",
    "kind_sensitivity": "sensitivity: the most influential inputs",
    "kind_assumptions": "assumptions",
    "kind_optimise": "optimisation",
    "answer": "What was found",
    "scenario": "Scenario",
    "study_kind": "Kind",
    "laid_over": "Laid over it:",
    "notes": "To keep in mind",
    "failures": "Runs that failed",
    "failures_note": "{n} runs gave no result; what they would have shown is missing above.",
    "point": "Point",
    "replication": "Replication",
    "error": "Error",
    "end_low": "at the low end",
    "end_high": "at the high end",
}
"""What stands in the report of a study and in its figures, by name."""
