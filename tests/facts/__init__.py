"""Published facts put to the model: an experiment for each, and a verdict from intervals."""
