"""What git knows of the records."""
