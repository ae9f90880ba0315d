"""Tests of what answers are."""
