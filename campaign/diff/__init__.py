"""What changes between two states of the data, so that a correction is judged before it lands."""
