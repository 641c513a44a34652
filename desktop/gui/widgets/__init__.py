"""The small widget kit of the window."""
