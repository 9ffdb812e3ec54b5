"""What stations and units are called, by the titles that their scenario gives them."""

from collections.abc import Mapping
from typing import Any

from sim.mechanisms.authority.joint_team import TEAM_NAME
from sim.mechanisms.authority.special_groups import STATION_NAME
from sim.mechanisms.authority.sunk_enforcement import unit_name
from sim.mechanisms.hours.funding import unit_name as service_name
from sim.mechanisms.stages.committees import unit_name as committee_of
from sim.mechanisms.stages.councils import COUNCIL_NAME
from sim.show.text.labels import title_of
from sim.words import Language, words

BROUGHT = {
    TEAM_NAME: "joint_team",
    STATION_NAME: "service_station",
    COUNCIL_NAME: "agent_council",
    "auditors": "agent_auditors",
    "company": "agent_companies",
    "partners": "agent_partners",
    "street_leader": "street_leaders",
    "district_leader": "district_leaders",
}
"""Labels of the units that mechanisms bring, by the names of these."""


def unit_title(name: str, document: Mapping[str, Any], language: Language) -> str:
    """Return the title of a unit (`municipal_works`, `grid`) or a station (`sanitation 0`, `grid 11`), with its number.

    `document` is the scenario; a unit that it does not know keeps its name.
    """
    bought = document.get("mechanisms", {}).get("funding", {}).get("buys", {})
    services = {service_name(name): service for name, service in bought.items()}
    entries = {**document["staff"]["street_teams"], **document["departments"], **services}
    unit, _, number = (name, "", "") if name in entries or " " not in name else name.rpartition(" ")
    plain = words(language).labels.get(BROUGHT.get(unit, unit), unit)
    if unit.startswith(committee_of("")) and unit not in entries:
        plain = _committee(unit.removeprefix(committee_of("")), document, language)
    department = unit.removeprefix(unit_name(""))
    if unit not in entries and department != unit and department in entries:
        return f"{unit_title(department, document, language)} {words(language).labels['in_streets']} {number}".rstrip()
    title = title_of(entries[unit], unit, language) if unit in entries else plain
    return f"{title} {number}".rstrip()


def _committee(level: str, document: Mapping[str, Any], language: Language) -> str:
    """Return what a committee is called: by the title of its level, or else by the level's name."""
    entry = document["mechanisms"]["committees"]["levels"].get(level, {})
    if entry.get("title"):
        return title_of(entry, level, language)
    return (
        words(language).labels["committee_of"].format(committee=words(language).labels["agent_committee"], level=level)
    )
