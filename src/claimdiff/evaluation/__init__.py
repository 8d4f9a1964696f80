"""Measure the matcher and the judge against decisions, and fit the matcher's weights."""
