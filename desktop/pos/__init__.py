"""Serves the POS: hand-overs, second starts, links, and the files in which the POS wants the outcomes."""
