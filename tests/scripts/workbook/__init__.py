"""Tests of the pure parts of the workbook page: its plan and its clock."""
