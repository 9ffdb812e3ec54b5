"""What is said in English of measures of zones and of groups of residents."""

from sim.words.catalogue import MeasureWords

_BOTH = "Fewer are found where fewer people pass, too: look at the whole spread, not at one zone."
_SIGNAL = "Signals of need, never of fault: it says nothing of any person."

MEASURES: dict[str, MeasureWords] = {
    "never_reported_share_zones": MeasureWords(
        "Never on file, in zones",
        "Issues of the observation period in zones that nobody had found or reported by the end of the run, over all of"
        " them there.",
        _BOTH,
    ),
    "never_reported_share_no_zone": MeasureWords(
        "Never on file, in no zone",
        "Issues of the observation period in no zone that nobody had found or reported by the end of the run, over all"
        " of them there.",
        _BOTH,
    ),
    "never_reported_spread_zones": MeasureWords(
        "Never on file, spread between zones",
        "Share of the issues of the observation period that nobody had found or reported by the end of the run, in the"
        " zone where it is highest less that where it is lowest; what lies in no zone counts as one.",
        "Small where all zones are equally bad.",
    ),
    "found_by_service_per_year": MeasureWords(
        "Heard on visits of stations for groups",
        "Cases of the observation period that stations for groups opened for what they heard on visits, a year.",
        "More finds are not worse: much of it nobody else would have told.",
    ),
    "never_reported_share_groups": MeasureWords(
        "Never on file, at homes of groups",
        "Issues of the observation period at homes of members of groups that nobody had found or reported by the end of"
        " the run, over all of them there.",
        _SIGNAL,
    ),
    "never_reported_gap_groups": MeasureWords(
        "Never on file, gap of groups",
        "Share of the issues of the observation period that nobody had found or reported by the end of the run, at"
        " homes of members of groups less at homes of others, of the hazards that befell both.",
        _SIGNAL,
    ),
    "contact_mean_d_groups": MeasureWords(
        "Days to contact, groups",
        "Mean days from the report or find to the first response, of the cases of the observation period at homes of"
        " members of groups; without a response, to the closing or the end of the run.",
        "A call counts as contact; nothing need have been done.",
    ),
    "contact_gap_d_groups": MeasureWords(
        "Days to contact, gap of groups",
        "Mean days from the report or find to the first response, of the requests of the observation period at homes"
        " of members of groups less of all other requests.",
        "Groups bring other matters than the rest: a gap need not be anybody's preference.",
    ),
    "closing_mean_d_groups": MeasureWords(
        "Days to close, groups",
        "Mean days from the report or find to closing, of the cases of the observation period at homes of members of"
        " groups; those open to the end of the run.",
        "Closed is not fixed.",
    ),
    "petitions_per_1000_members": MeasureWords(
        "Petitions of groups",
        "Petitions about cases of the observation period at homes of members of groups, a year, per 1,000 members.",
        "Petitions come after chases in vain by assumption: they fall as far as waiting does." + " " + _SIGNAL,
    ),
    "petitions_gap_groups": MeasureWords(
        "Petitions, gap of groups",
        "Petitions about cases of the observation period, a year, at homes of members of groups per 1,000 of them, less"
        " all others per 1,000 other residents.",
        _SIGNAL,
    ),
}
