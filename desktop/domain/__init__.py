"""The words of the trade: values and rules, without disk, network or window."""
