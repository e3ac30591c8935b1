"""One reader a kind of fact, all with the same shape: a reading in, facts out."""
