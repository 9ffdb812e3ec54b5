"""The words of mechanisms in English."""

MECHANISMS: dict[str, str] = {
    "density": "grids, shared rounds and cover of the absent",
    "patrol": "patrol, visits and fixing on the spot",
    "reporting": "residents who report",
    "dispatch": "registration, triage and dispatch",
    "whistle": "the whistle for several departments",
    "queueing": "order of work and pace of teams",
    "party_members": "party members off hours",
    "ledger": "what is reported done, checks and call-backs",
    "emergencies": "emergencies first",
    "assessment": "assessment and what pressure makes of it",
    "inspection": "auditors who look at closed cases",
    "petitions": "petitions, and demands nobody can meet",
    "explanation": "answers that explain",
    "joint_team": "a standing joint team of several roles",
    "street_powers": "what streets may do themselves, and their right to rate",
    "sunk_enforcement": "crews of departments sunk to the streets",
    "all_purpose_grid": "grid workers who do small work of other units",
    "prevention": "causes removed at their source",
    "service_centres": "service centres: counters near home",
    "stewards": "stewards and volunteer sensors",
    "platform": "platform: sorting, ease, cameras, warnings",
    "talks": "talks of cadres with those who do not report",
    "proxies": "proxies who report for those who do not",
    "staff_quality": "turnover, vacancies, newcomers and absence",
    "admission": "a list of what may be asked of grid and community",
    "campaigns": "campaigns, and the hours that they take",
    "funding": "income, a budget, and services bought",
    "named_leader": "leaders who take stuck cases until they are closed",
    "coverage": "which zones are on the rounds",
    "special_groups": "stations of the streets for special groups",
    "property": "property companies that are asked first",
    "co_building": "contracts with units of the community",
    "councils": "councils of residents for contested matters",
    "committees": "committees that decide who owns a case",
    "norms": "norms and cohesion, put in as they are said",
    "incentives": "helpers who come and go, and points that keep them",
    "roll_out": "where and from when mechanisms are at work",
}
"""Mechanisms by their section."""

EVIDENCE: dict[str, str] = {
    "measured": "measured",
    "structure only": "structure only: how it works is known, the size of its effect is assumed",
    "none": "nobody has measured this",
}
"""What is known of their effects."""
