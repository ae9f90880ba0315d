"""Tests of what goes into files and comes out of them."""
