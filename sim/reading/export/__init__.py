"""The event log of a run in the formats of process mining: XES (IEEE 1849) and OCEL 2.0, written as streams."""
