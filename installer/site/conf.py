"""Configures Sphinx for the site. `python -m installer.site` copies it beside the pages."""

from installer import product

project = product.TITLE
author = product.PUBLISHER
copyright = author  # noqa: A001 - Sphinx's name
version = release = product.version()
language = "en"

extensions = ["myst_parser"]
myst_heading_anchors = 4
myst_enable_extensions = ["strikethrough"]
# A page that nothing leads to, or a link that leads nowhere, stops the build (`--fail-on-warning`).
nitpicky = True
exclude_patterns: list[str] = []

# Furo brings its own style and no fonts, so a page loads nothing from elsewhere.
html_theme = "furo"
html_title = f"{product.TITLE} {release}"
html_favicon = "points-till.svg"
html_logo = "points-till.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None
