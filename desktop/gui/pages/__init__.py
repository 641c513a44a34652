"""The pages of the window, and the steps of the counter."""
