"""A tree of blocks to a Word document that a secretary can go on editing."""
