"""Reads and writes everything that the till keeps on disk: the journal, the settings and the password."""

READ_JOURNAL = "--read-journal"
"""The whole command line of a process that `journal_workers` starts.

It says nothing about the journal, because every user of a machine can read command lines.
"""
