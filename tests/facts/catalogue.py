"""The 24 published facts: what each says, where from, which experiment it is put to, and why it may not hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.facts import arrivals, conduct, probes, queues
from tests.facts.claims import Claim, Found
from tests.facts.probes import Probe

Judge = Callable[[Found], Sequence[Claim]]


@dataclass(frozen=True)
class Fact:
    """A published fact: `study` is the file in `experiments/facts/`, None for the base case as it is; `probes` read
    what no measure tells; `lacks` says what would have to be in the model if it does not hold. Without a judge it
    cannot be put to the model at all, and `lacks` says why."""

    name: str
    says: str
    evidence: str
    judge: Judge | None = None
    study: str | None = None
    probes: tuple[Probe, ...] = ()
    lacks: str = ""


FACTS = (
    Fact("F1", "closing times are strongly skewed, pooled more than by class", "New York 2004-2016, Baltimore (B)",
         arrivals.skew, None, (probes.closing,),
         "work and procedures within a category spread less than real ones, and what needs other work of departments"
         " than its own is missing: the tail of requests is too thin"),
    Fact("F2", "one lognormal does not fit the pooled closing times", "New York 2004-2016 (C)",
         arrivals.mixture, None, (probes.closing,)),
    Fact("F3", "queues blow up near saturation",
         "Hangzhou 2020 (A), New York (B)", queues.saturation, "F03-saturation"),
    Fact("F4", "arrivals vary more than by chance, from day to day too", "Baltimore 2014-2017, New York (B)",
         arrivals.days, "F04-days", (probes.tickets_a_day,)),
    Fact("F5", "densification: finds in proportion at thin patrols, then saturation",
         "Kunming 2024 (A), Kolesar and Blum (B)",
         queues.density, "F05-density",
         lacks="what self-resolves within hours is never found by thin patrols, and fewer walk longer rounds"),
    Fact("F6", "patrols find the visible, residents the rest; public reports close worse", "Dazhou 2021 (A)",
         arrivals.channels, None, (probes.by_source,),
         "a public report costs a visit before it is filed, and its limit begins only then"),
    Fact("F7", "demand rises with responsiveness",
         "FixMyStreet, 399,364 reports (B)", arrivals.latent, "F07-latent-demand"),
    Fact("F8", "neighbourhoods report at up to threefold speed", "New York and others (B)",
         arrivals.neighbourhoods, "F08-neighbourhoods", (probes.by_community,)),
    Fact("F9", "duplicates are many, and few people report very often",
         "New York, a day of 2026 (B); busy reporters assumed (E)",
         arrivals.duplicates, "F09-duplicates"),
    Fact("F10", "closing is near 100 %, true resolution lower, the more so under load",
         "Gaohang, Tianmen, 349 cities (A, B)",
         conduct.four_rates, "F10-four-rates",
         lacks="what is closed on paper is what nobody has touched at its limit, and checks see most of it; what is"
         " worked on is fixed as well at any load"),
    Fact("F11", "pressure makes units close without fixing", "New York council, Chicago (A, B)",
         conduct.premature, "F11-premature"),
    Fact("F12", "rank pressure silences the own supervisors; a second tier restores the truth", "Kunming (A)",
         conduct.silence, "F12-silence"),
    Fact("F13", "quotas: reports bunch above the target, with trifles", "Jiangmen 2024 (A)",
         conduct.quotas, "F13-quotas", (probes.quotas,)),
    Fact("F14", "whistles: neither too few nor too many", "China News 2018 (B)", queues.whistle, "F14-whistle",
         (probes.hard_cases,), "joint cases by themselves are seen through best where nothing else is whistled for"),
    Fact("F15", "a long tail of cases that need several whistles", "Nanjing Gulou, 8 whistles in two years (A)",
         queues.tail, None, (),
         "in the tenth police and emergency share no hours of duty and meet only when it is escalated, and failed"
         " whistles tire small departments: three whistles are the rule"),
    Fact("F16", "what departments own is slower", "Quanzhou 2022, Tianmen 2016 (A)",
         queues.departments, "F16-departments", (probes.by_handler,),
         "at 1.4 times the demand desks of communities overflow before departments do, so that theirs are late first;"
         " crews that follow residents and load would have to be the base"),
    Fact("F17", "proof raises satisfaction without more fixing", "San Diego (B)", conduct.feedback, "F17-feedback"),
    Fact("F18", "priority without ageing starves the low class", "multi-agent dispatch 2014 (B)",
         queues.starvation, "F18-starvation", (probes.by_class,),
         "limits and chases move cases up a class"),
    Fact("F19", "equity and efficiency need not conflict", "New York inspections, Liu and Garg 2024 (B)",
         queues.equity, "F19-equity",
         lacks="closing hardly differs between communities (Gini 0.03), and most of it is procedure: there is little"
         " that hands could even out"),
    Fact("F20", "teams differ more than their loads do", "Dazhou 2021: on time 0.71-0.97 without order by load (A)",
         queues.teams, None, (probes.by_team,),
         "hands differ in pace only (cv 0.25, assumed); limits, procedures and loads of departments order them"),
    Fact("F21", "the hotline lowers patrol's cases 3 to 5 days later", "Beijing, Xiong et al. 2022 (B)",
         arrivals.hotline_first, None, (probes.lagged,),
         "reports make nobody patrol elsewhere or mend causes: season and place raise both, and nothing else is left"),
    Fact("F22", "demands nobody can meet hurt rates",
         "a study of governance by hotline (B)", conduct.demands, "F22-demands"),
    Fact("F23", "variance of hands matters more than smoothing of input", "Edmonton crews, thesis (B)",
         queues.hands, "F23-hands",
         lacks="crews have no absence, so that only rosters can vary their number"),
    Fact("F24", "reward can outperform punishment", "river chiefs, a game model (B)",
         lacks="rewards of base units are not in the model; the source is a game, not data"),
)  # fmt: skip
"""In their order."""
