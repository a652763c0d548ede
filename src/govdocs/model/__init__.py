"""Nodes to typed, frozen records, and an index of them all."""
