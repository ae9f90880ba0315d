"""How fast pages are on a phone, beside the same words on plain Material (part of `make bench`)."""
