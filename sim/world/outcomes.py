"""Potential outcomes of an issue: what it is, whoever comes and whenever.

Each is a rule on the issue's key: seed, replication, community, hazard, ordinal and generation decide, nothing that
people do. The engines ask for them when the issue occurs.
"""

from typing import Any

from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import duration, quantile
from sim.world.occurrences import HAZARD_BITS, PRIMARY_BITS

GENERATION_SHIFT = 56
GENERATIONS = 127
"""Recurrences of one primary issue at most; a chain so long has probability below 1e-30 at a recurrence of one half."""
PUBLIC, HOME = range(2)
MOST_TRIES = 2000
"""Sites drawn for an issue at most; with factors of zones up to 20 hardly ever more than some dozens."""


@rule
def issue_key(root: int, generation: int) -> int:
    """Key of an issue: its root with the generation in the bits above."""
    return root + generation * (1 << GENERATION_SHIFT)


@rule
def root_community(root: int) -> int:
    """Community of a root."""
    return root >> (PRIMARY_BITS + HAZARD_BITS)


@rule
def root_hazard(root: int) -> int:
    """Hazard of a root."""
    return (root >> PRIMARY_BITS) & ((1 << HAZARD_BITS) - 1)


@rule
def site_of(plan: Any, hazard: Any, community: Any, root: int) -> int:
    """Site of a primary issue and of all its recurrences: a public place or a household of its community.

    Any alike, or by the ranks of chronic places (`sim.world.chronic`); where zones differ in it, one is drawn after
    the other until a mark is below the zone's rate over the highest; of a group's hazard, a household of the group.
    """
    if hazard.group > 0:
        row = root_community(root) * len(plan.groups) + hazard.group
        first = plan.group_starts[row]
        return plan.group_homes[first + _place_drawn(plan, hazard, plan.group_starts[row + 1] - first, root, 0)]
    first, count = community.first_home, community.homes
    if hazard.place == PUBLIC:
        first, count = community.first_place, community.places
    site = first + _place_drawn(plan, hazard, count, root, 0)
    if hazard.zones >= 0:
        j = 1
        while j < MOST_TRIES and not _takes_place(plan, hazard, site, root, j - 1):
            site = first + _place_drawn(plan, hazard, count, root, j)
            j += 1
    return site


@rule
def _place_drawn(plan: Any, hazard: Any, count: int, root: int, j: int) -> int:
    """Which of so many places is drawn for a primary issue in the j-th place, counted from 0."""
    u = uniform(plan.draw.site, root, j)
    if hazard.chronic < 0:
        return int(u * count)
    rank = int(quantile(plan, hazard.chronic, u) * count)
    rank = rank if rank < count else count - 1
    return int((rank + hazard.stride) * hazard.stride % count)


@rule
def _takes_place(plan: Any, hazard: Any, site: int, root: int, j: int) -> bool:
    """Whether an issue stays at the j-th site drawn: with the rate of its zone over the highest of all zones."""
    part: float = plan.zone_rates[hazard.zones + plan.sites[site].zone]
    return part >= 1.0 or uniform(plan.draw.zoned, root, j) < part


@rule
def is_prevented(plan: Any, share: float, key: int) -> bool:
    """Whether prevention keeps a primary issue from occurring: its mark against the prevented share."""
    return share > 0.0 and uniform(plan.draw.prevented, key, 0) < share


@rule
def healing_time(plan: Any, hazard: Any, key: int) -> int:
    """Time (ms) after which it heals by itself, or -1 if it never does."""
    if uniform(plan.draw.heals, key, 0) >= hazard.heals_share:
        return -1
    return duration(plan, hazard.heals_after, uniform(plan.draw.heals_after, key, 0))


@rule
def recurrence_time(plan: Any, hazard: Any, key: int) -> int:
    """Time (ms) from its end to its recurrence, or -1 if it does not come back."""
    if uniform(plan.draw.recurs, key, 0) >= hazard.recurs_share:
        return -1
    return duration(plan, hazard.recurs_after, uniform(plan.draw.recurs_after, key, 0))


@rule
def is_dangerous(plan: Any, hazard: Any, key: int) -> bool:
    """Whether it is a danger."""
    return uniform(plan.draw.dangerous, key, 0) < hazard.dangerous


@rule
def is_unsolvable(plan: Any, hazard: Any, key: int) -> bool:
    """Whether no work can fix it."""
    return hazard.unsolvable > 0.0 and uniform(plan.draw.unsolvable, key, 0) < hazard.unsolvable


@rule
def is_contested(plan: Any, hazard: Any, key: int) -> bool:
    """Whether residents are at odds over what should be done about it."""
    return hazard.contested > 0.0 and uniform(plan.draw.contested, key, 0) < hazard.contested


@rule
def is_unclear(plan: Any, hazard: Any, key: int) -> bool:
    """Whether it is unclear who owns it."""
    return hazard.unclear > 0.0 and uniform(plan.draw.unclear, key, 0) < hazard.unclear


@rule
def true_option(plan: Any, hazard: Any, key: int) -> int:
    """Number of the handling (unit and work) that it falls to."""
    u = uniform(plan.draw.handler, key, 0)
    i = hazard.first_option
    while i < hazard.first_option + hazard.options - 1 and u >= plan.options[i].upto:
        i += 1
    return i


@rule
def is_joint(plan: Any, hazard: Any, key: int) -> bool:
    """Whether it truly needs several departments."""
    return hazard.joint_share > 0.0 and uniform(plan.draw.joint, key, 0) < hazard.joint_share


@rule
def joint_departments(plan: Any, hazard: Any, key: int, lead: int) -> int:
    """Departments a joint issue needs, as a set of bits (bit d for department d), the lead among them.

    The number is drawn from the hazard's distribution, then so many others without replacement, all alike (selection
    sampling, Knuth, The Art of Computer Programming, 3.4.2, algorithm S); fewer if the hazard names fewer.
    """
    u = uniform(plan.draw.joint_count, key, 0)
    i = hazard.first_count
    while i < hazard.first_count + hazard.counts - 1 and u >= plan.counts[i].upto:
        i += 1
    wanted = plan.counts[i].departments
    needed = 1 << lead
    have = 1
    left = 0
    for m in range(hazard.first_member, hazard.first_member + hazard.members):
        left += plan.members[m].department != lead
    for m in range(hazard.first_member, hazard.first_member + hazard.members):
        department = plan.members[m].department
        if department == lead:
            continue
        if have < wanted and uniform(plan.draw.joint_member, key, department) * left < wanted - have:
            needed |= 1 << department
            have += 1
        left -= 1
    return needed


@rule
def work_content(plan: Any, option: int, key: int, attempt: int) -> int:
    """Work (ms at the place, at normal pace) that it holds for the unit of a handling, at an attempt (from 0)."""
    return duration(plan, plan.options[option].work, uniform(plan.draw.work, key, attempt))


@rule
def joint_work_content(plan: Any, hazard: Any, key: int, number: int, department: int) -> int:
    """Work (ms on site) that it holds for a crew of a department (number) in a part of joint work: of all departments
    together or of each, and what is done again, counted from 0. Parts of one number are alike in all departments but
    for their distributions."""
    own = plan.parts[hazard.first_part + department].work
    return duration(plan, own, uniform(plan.draw.joint_work, key, number))
