"""The tests, and the checks that `make check` runs. Nothing imports them."""
