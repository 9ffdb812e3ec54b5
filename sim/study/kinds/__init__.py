"""How a question is answered: comparisons, sweeps, sensitivity, assumptions, optimisation, and their statistics."""
