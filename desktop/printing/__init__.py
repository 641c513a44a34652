"""Prints receipts and saves them as PDF."""
