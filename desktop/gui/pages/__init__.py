"""The steps and screens of the window."""
