"""What the machine that this runs on allows: processors, folders that can be written, a database for each thread."""
