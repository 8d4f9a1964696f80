"""Find which assertions of two accounts are versions of the same statement, and how sure that is."""
