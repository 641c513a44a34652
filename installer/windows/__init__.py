"""Turns the frozen program into a Windows set-up."""
