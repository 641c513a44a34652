"""Reads and writes everything that the till keeps on disk: the journal, the settings and the password."""
