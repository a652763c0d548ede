"""The phases called in order."""
