"""Many documents to one bound pack."""
