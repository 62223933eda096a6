"""Who holds what on a day: the layers, the status of their pieces, and how sure the days are."""
