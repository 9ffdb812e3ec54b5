"""What reports of studies say: one builder for each kind, from its numbers to sentences, figures and tables."""
