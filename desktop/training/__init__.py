"""The practice service: a real HTTP service on 127.0.0.1 with sample members."""
