"""Measures of what happens in the street, whoever deals with it: dangers, and the hours of reports and finds."""
