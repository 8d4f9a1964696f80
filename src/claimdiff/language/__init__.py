"""Read a text once: words, concepts, actors, quantities, times, polarity, commitment and scope."""
