"""What messages say in Chinese, by what they say in English."""

from sim.said import Catalogue

MESSAGES = Catalogue({})
