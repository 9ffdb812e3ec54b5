"""Mechanisms: one file each, with its parameters, how they are lowered to the plan, its rules, and where it comes from.

Parameters are what a scenario may say about it. `lower` turns them into the plain numbers the rules read, neutral ones
if the mechanism is off; distributions become numbers in the table of distributions. Rules decide; which rule is asked
when stands in `sim.lifecycle.hooks`. `MECHANISMS` lists all of them, in the order of the sections of a scenario.
"""

from sim.mechanisms import (
    admission,
    assessment,
    campaigns,
    density,
    dispatch,
    emergencies,
    explanation,
    inspection,
    ledger,
    party_members,
    patrol,
    petitions,
    queueing,
    reporting,
    staff_quality,
    whistle,
)

MECHANISMS = (
    density.MECHANISM,
    patrol.MECHANISM,
    reporting.MECHANISM,
    dispatch.MECHANISM,
    whistle.MECHANISM,
    queueing.MECHANISM,
    party_members.MECHANISM,
    ledger.MECHANISM,
    emergencies.MECHANISM,
    assessment.MECHANISM,
    inspection.MECHANISM,
    petitions.MECHANISM,
    explanation.MECHANISM,
    staff_quality.MECHANISM,
    admission.MECHANISM,
    campaigns.MECHANISM,
)
