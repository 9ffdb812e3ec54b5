"""Hours: mechanisms that say whose time is there, and what it goes to; each moves hours while rosters are lowered."""
