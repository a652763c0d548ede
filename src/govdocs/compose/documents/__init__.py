"""The documents of a meeting, each composed from its records by its own module and template."""
