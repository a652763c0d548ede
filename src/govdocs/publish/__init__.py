"""Who may see what, and a release written whole or not at all."""
