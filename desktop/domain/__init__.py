"""The business terms: values and rules, without disk, network or window."""
