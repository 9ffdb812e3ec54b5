"""Statistics that measures and studies share: intervals, survival, warm-up."""
