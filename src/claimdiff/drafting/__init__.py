"""Make accounts out of texts and of other formats."""
