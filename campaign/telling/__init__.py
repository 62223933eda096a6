"""What a day says: its events, its changes and its sentence, all made from the data."""
