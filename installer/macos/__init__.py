"""Turns the frozen program into an app, a package and a disk image for macOS."""
