"""The replay: one HTML page that plays a run on the map."""
