"""`make check`: what a page must be, and what the build does not see: plain words, short sentences, sound structure."""
