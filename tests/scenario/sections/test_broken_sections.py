"""Broken sections of mechanisms: of who is there, who acts and who finds. One message each, where it is written."""

from __future__ import annotations

import pytest

from tests.scenario.conftest import Write
from tests.scenario.test_contradictions import problems

CAMPAIGN = "title: x, since: 2024-05-01, until: 2024-06-01, hazards: [litter]"
RICH = "enabled: true, further: 9 million yuan"


def buy(**other: str) -> str:
    """What is bought, but for some of it."""
    its = {
        "title": "x", "yuan": "1 million yuan", "roster": "office", "trip": "20 min", "units": "[housing]",
        "hazards": "[estate]", **other,
    }  # fmt: skip
    return "buys: {x: {" + ", ".join(f"{name}: {value}" for name, value in its.items()) + "}}"


BROKEN = {
    "staff_quality: {enabled: true, newcomer: 0.3}": "2:14: mechanisms.staff_quality.learning: newcomers know all at"
    " once; above 0, or `newcomer` and `unseeing` 0",
    "staff_quality: {turnover: 15}": "mechanisms.staff_quality.turnover: must be at most 1 (found 15); a share is"
    " written like '0.3', '30 %'",
    "staff_quality: {vacancy: 6 wd}": "mechanisms.staff_quality.vacancy: runs on the calendar, not in working time"
    " (found '6 wd'); write it like '3 days'",
    "staff_quality: {recruiting: 3000}": "mechanisms.staff_quality.recruiting: say the unit, e.g. '60000 yuan'",
    "staff_quality: {enabled: true, training: 900 h}": "mechanisms.staff_quality: desk of grid_workers has 759.5 h a"
    " week charged; at most 506 h",
    "staff_quality: {education: 0.3}": "mechanisms.staff_quality.education: unknown key 'education'; keys here are",
    "admission: {felt: -0.1}": "mechanisms.admission.felt: must not be negative (found -0.1)",
    "campaigns: {planned: [{title: x, until: 2024-06-01, hazards: [litter]}]}": "mechanisms.campaigns.planned.0:"
    " missing 'since'",
    f"campaigns: {{enabled: true, planned: [{{{CAMPAIGN}, patrol: 5 h}}, {{{CAMPAIGN}, patrol: 2 h}}]}}": "mechanisms"
    ".campaigns: desk of grid_workers has 1,012 h a week charged from 2024-05-01; at most 506 h",
    f"funding: {{enabled: true, {buy()}}}": "yuan a year (purchased services 938,571",
    f"funding: {{enabled: true, per_community: 200000 yuan, {buy(yuan='3 million yuan')}}}": "but there are 800,000"
    " yuan; less cost, more income, or `deficit: true`",
    f"funding: {{{RICH}, {buy(yuan='20 thousand yuan')}}}": "mechanisms.funding.buys.x.yuan: pays 0 crews at 117,321"
    " yuan a year each, for 1 streets (found '20 thousand yuan'); at least 117,322 yuan, or 0",
    f"funding: {{{RICH}, {buy(roster='offise')}}}": "no such roster (found 'offise'); known here are office",
    f"funding: {{{RICH}, {buy(units='[hausing]')}}}": "no such unit (found 'hausing'); known here are community",
    f"funding: {{{RICH}, {buy(hazards='[estates]')}}}": "; did you mean 'estate'?",
    f"funding: {{{RICH}, {buy(share='0')}}}": "mechanisms.funding.buys.x.share: its crews have no time for the cases"
    " that they take over (found 0)",
    "funding: {formula: fair}": "mechanisms.funding.formula: not a word known here (found 'fair'); use"
    " 'even' or 'need'",
    "funding: {tender: 40 working days}": "mechanisms.funding.tender: runs on the calendar, not in working time",
    "stewards: {enabled: true, count: 900, roster: off_hours, support: 2 h}": "2:14: mechanisms.stewards: cases of"
    " community_desks has 1,800 h a week charged; at most 180 h",
    "stewards: {notes: 10}": "mechanisms.stewards.notes: must be at most 1 (found 10)",
    "platform: {sees: 0.3}": "mechanisms.platform.sees: say the unit, e.g. '60 per day' (found 0.3)",
    "talks: {cadres: 4.5}": "mechanisms.talks.cadres: must be a whole number",
    "street_powers: {powers: all}": "mechanisms.street_powers.powers: expected a list (found 'all')",
    "sunk_enforcement: {enabled: true, departments: [urban_management], share: 0.5, cases: 0.5, least: 30}": "mechanism"
    "s.sunk_enforcement.departments.0: 1 of its 2 crews for 1 streets; each must get 30 (found 'urban_management')",
    "joint_team: {enabled: true, roles: [sanitation, sanitation], roster: grid}": "mechanisms.joint_team: cases of"
    " sanitation has",
    "joint_team: {enabled: true, roles: [police], roster: office, hazards: [liter]}": "mechanisms.joint_team.hazards.0:"
    " no such hazard (found 'liter')",
    "all_purpose_grid: {work_factor: 0}": "mechanisms.all_purpose_grid.work_factor: must be at least 0.1 (found 0)",
    "all_purpose_grid: {enabled: true, head: 30 h}": "mechanisms.all_purpose_grid: line of community_desks has 1,260 h"
    " a week charged; at most 270 h",
    "prevention: {roots: {after: 0}}": "mechanisms.prevention.roots.after: must be at least 1 (found 0)",
    "prevention: {enabled: true, roots: {hazards: [liter]}}": "; did you mean 'litter'?",
}


@pytest.mark.parametrize("section", BROKEN)
def test_a_broken_section_is_told_of_where_it_is_written(write: Write, section: str) -> None:
    found = problems(write("a.yaml", f"extends: village-square\nmechanisms: {{{section}}}\n"))
    assert any(BROKEN[section] in line for line in found), found
    assert all(line.startswith("a.yaml:2:") for line in found)


@pytest.mark.parametrize(
    "fitting",
    [
        f"funding: {{{RICH}, {buy()}}}",
        f"funding: {{enabled: true, deficit: true, {buy()}}}",
        f"funding: {{{buy()}}}",
        f"funding: {{{RICH}, {buy(yuan='0 yuan')}}}",
    ],
)
def test_money_that_is_there_or_may_be_lacking_is_no_contradiction(write: Write, fitting: str) -> None:
    assert problems(write("a.yaml", f"extends: village-square\nmechanisms: {{{fitting}}}\n")) == []
