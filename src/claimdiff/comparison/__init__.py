"""Bring decisions, alignment and verdicts together into the report of what was found."""
