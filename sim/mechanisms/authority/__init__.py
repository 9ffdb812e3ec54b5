"""Mechanisms by which other units than before may act, or causes are removed; the rules of their rows are in `rows`."""
