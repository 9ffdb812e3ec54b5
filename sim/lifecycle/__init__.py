"""The lifecycle: what happens to issues, cases and jobs, written once; engines supply memory, lines, clock and log."""
