"""Records to one tree of blocks per document: every decision ends here."""
