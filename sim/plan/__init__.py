"""The plan: a scenario and its world lowered to records of plain numbers that every engine takes."""
