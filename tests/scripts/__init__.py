"""Tests of scripts that know no page, room by room: they run in Node, which starts once."""
