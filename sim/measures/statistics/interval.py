"""The interval of a mean: 95 %, by Student's t."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

CONFIDENCE = 0.95
"""Probability that an interval holds the mean: the customary one."""


def student(freedom: float | NDArray[np.int64] | NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the factor from a standard error to half of the interval, one for each
    number of degrees of freedom (above 0).

    Student 1908, The probable error of a mean, Biometrika 6.
    """
    return np.asarray(stdtrit(freedom, (1 + CONFIDENCE) / 2), dtype=np.float64)
