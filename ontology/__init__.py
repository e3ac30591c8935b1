"""What can be said: classes, relations, vocabularies, regions, identifiers."""
