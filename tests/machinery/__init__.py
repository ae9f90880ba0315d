"""What macros/ makes of data."""
