"""How fast govdocs is, measured beside what people would use otherwise."""
