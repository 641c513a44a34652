"""Builds, translates and packs the program, and sets up a developer's environment."""
