"""Text to plain nodes that know their place. Reading cannot fail."""
