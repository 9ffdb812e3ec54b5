"""Where runs are carried out and kept: processes, clusters, schedules, stores, result folders and their origin."""
