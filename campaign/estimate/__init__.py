"""Remakes `geodata/` from its tables and the shoreline; never imported by the running app."""
