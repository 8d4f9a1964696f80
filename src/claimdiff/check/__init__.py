"""Check curated data: one function per rule, its docstring the user's page for it, and formats for people and for CI."""
