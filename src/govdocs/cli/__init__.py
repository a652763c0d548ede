"""Arguments, progress, printing, the clock and exit codes."""
