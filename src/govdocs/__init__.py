"""Governing-body papers from text records, checked and built as accessible PDF, Word and HTML."""

__version__ = "0.1.0"
