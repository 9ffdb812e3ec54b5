"""A town as a table: the workbook (.xlsx) that planners fill in instead of a scenario file."""
