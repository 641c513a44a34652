"""What a till does, as plain Python on Protocols."""
