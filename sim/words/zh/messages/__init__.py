"""What messages say in Chinese, by what they say in English: errors and warnings of files and commands.

The templates are those of the sources (`sim.said`), with the same values; a test finds those that are not here.
"""

from sim.said import Catalogue
from sim.words.zh.messages import command, files, libraries, mechanisms, new_files, quantities, scenario, study, values

MESSAGES = Catalogue(
    {
        **values.MESSAGES,
        **quantities.MESSAGES,
        **files.MESSAGES,
        **scenario.MESSAGES,
        **mechanisms.MESSAGES,
        **study.MESSAGES,
        **command.MESSAGES,
        **new_files.MESSAGES,
    },
    libraries.MESSAGES,
)
"""All messages in Chinese."""
