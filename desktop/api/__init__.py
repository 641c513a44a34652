"""The only HTTP: everything that is said to the loyalty service."""
