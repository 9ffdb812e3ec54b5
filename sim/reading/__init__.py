"""What is read out of results: cases worth explaining, and the event log for other people's tools."""
