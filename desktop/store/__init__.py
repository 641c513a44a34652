"""The only disk: journal, settings and secrets."""
