"""The presets without what residents, assessment and emergencies add, for tests of one thing at a time."""

PLAIN = (
    "territory.place_spread=null",
    "population.inclination_ratio=null",
    "profiles.common_day_spread=null",
    "profiles.noticing_day_spread=null",
    "hazards.noise.awake=null",
    "hazards.noise.company=null",
    "mechanisms.patrol.start=null",
    "mechanisms.patrol.spread=null",
    "mechanisms.reporting.regulars=null",
    "mechanisms.reporting.company=null",
    "mechanisms.reporting.after_fix=null",
    "mechanisms.reporting.joined_learn=null",
    "mechanisms.reporting.neighbours=null",
    "mechanisms.queueing.in_hand=stops",
    "mechanisms.emergencies.enabled=false",
    "mechanisms.assessment.enabled=false",
    "mechanisms.inspection.enabled=false",
    "mechanisms.petitions.enabled=false",
    "mechanisms.explanation.enabled=false",
    "hazards.noise.unsolvable=null",
    "hazards.estate.unsolvable=null",
    "hazards.dispute.unsolvable=null",
)
"""Assignments that take these away from a scenario that extends jiancaoping.yaml."""
