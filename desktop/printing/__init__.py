"""Paper: what turns a receipt into a print or a PDF."""
