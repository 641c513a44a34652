"""Finds out the outcome of attempts that are unknown or unproved, by look-ups or by hand."""
