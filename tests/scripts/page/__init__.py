"""Tests of days, as they are read and printed."""
