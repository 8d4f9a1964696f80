"""Read and write what people keep: events, accounts, decisions, and the quotes in their sources."""
