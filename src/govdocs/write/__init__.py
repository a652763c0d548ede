"""A tree of blocks to bytes. Pure: no clock, no git, no records, no network."""
