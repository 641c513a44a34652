"""Builds the documentation's site: `python -m installer.site`. It needs the extra `docs`."""
