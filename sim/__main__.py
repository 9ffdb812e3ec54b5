"""`python -m sim` is the command `gridgov`."""

from sim.cli import command

if __name__ == "__main__":
    command()
