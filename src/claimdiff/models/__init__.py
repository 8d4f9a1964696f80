"""Optional backends that propose links: sentence vectors and language models."""
