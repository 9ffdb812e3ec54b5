"""Study files: what is asked, which scenario and what varies in it, how precisely, and what to measure."""
