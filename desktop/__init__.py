"""Points Till: the window in which a store cashier redeems a member's loyalty points, exactly once."""

__version__ = "0.1.0"
