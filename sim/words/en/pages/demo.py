"""The words of the demonstration, in English."""

LABELS: dict[str, str] = {
    "demo_title": "Two policies in one world",
    "demo_lever_grids": "grids",
    "demo_lever_workers": "grid workers",
    "demo_lever_crews": "hours of departments for cases, %",
    "demo_lever_hold": "whistle: crews wait at most, h",
    "demo_lever_threshold": "whistle for one department: after so many limits",
    "demo_lever_pressure": "pressure: weight of scores, %",
    "demo_policy_a": "Policy A",
    "demo_policy_b": "Policy B",
    "demo_mechanisms": "Mechanisms",
    "demo_no_numbers": "Mechanisms without numbers in this scenario",
    "demo_worlds": "worlds",
    "demo_worlds_note": "More worlds: surer, and slower.",
    "demo_measure": "Measure",
    "demo_difference": "B against A, and how sure (95 %)",
    "demo_uncertainty": (
        "Means over {n} worlds, the same for both policies. In brackets: where the difference lies with 95 %"
        " confidence. “Probably”: would be significant if it were looked at alone."
    ),
    "demo_same": "Both policies are the same. Move a slider of B.",
    "demo_queue": "Open cases (line) and open issues nobody knows of (dashed)",
    "demo_waiting": "Cases in line for crews of departments, week by week",
    "demo_warmup": "warm-up",
    "demo_weeks": "weeks since the start; shaded: observation period",
    "demo_map": "Days a problem is open",
    "demo_unknown": "open, nobody knows of it",
    "demo_known": "open, on file",
    "demo_not_fixed": "case closed, problem still there",
    "demo_people": "Everybody here is invented. What it shows follows from its assumptions and proves no real policy.",
    "demo_refused": "This cannot be simulated:",
}
