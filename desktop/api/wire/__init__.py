"""Translates between the domain's values and the vendor's JSON. Only this package knows the vendor's field names.

One module for each call. `loose` reads JSON whose types change from one release to the next, `verdict` reads the two
layers of status.
"""
