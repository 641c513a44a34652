"""Talks HTTP to the loyalty service. No other package does."""
