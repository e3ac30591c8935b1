"""Facts of single sources become entities that sources share: pure functions, one file a kind of entity."""
