"""Nodes become typed, frozen records with ids, and an index of them all."""
