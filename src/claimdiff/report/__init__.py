"""Turn a report into text: one pure function a format."""
