"""Judge two linked texts, facet by facet: where they differ, in which words, and how gravely."""
