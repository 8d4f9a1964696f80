"""From a news article or a readout to drafted accounts: who says what, with verbatim quotes and their places."""
