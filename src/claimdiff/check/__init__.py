"""Find faults in curated data: one function a rule."""
