"""Owns the vendor's shapes and field names: pure functions from questions to bytes, from bytes to the trade's values.

One module for each call; `loose` reads JSON whose types change from one release to the next, `verdict` reads the two
layers of status.
"""
