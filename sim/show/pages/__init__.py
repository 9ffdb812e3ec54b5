"""Pages: reports of runs, comparisons and studies, each one HTML file that needs nothing else."""
