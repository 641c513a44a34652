"""Talks HTTP to the loyalty service. No other package does."""

from desktop.lean_imports import late, without_metadata

# urllib3 asks for the version of a library for HTTP/2, and knows the types of files that a form sends.
with without_metadata(), late("mimetypes", only_functions=True):
    import urllib3  # noqa: F401 - before any module of this package imports it itself
