"""This guide's own pages and data."""
