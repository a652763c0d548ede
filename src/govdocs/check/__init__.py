"""Records and composed documents to findings."""
