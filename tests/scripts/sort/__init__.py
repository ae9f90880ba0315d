"""Several groups: side by side, and together."""
