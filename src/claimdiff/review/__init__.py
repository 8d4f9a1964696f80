"""Take decisions and keep them in the pair's file."""
