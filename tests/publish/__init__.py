"""Tests of what turns a built folder into one that can be hosted."""
