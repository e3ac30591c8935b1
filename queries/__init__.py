"""Questions with answers: named queries, one folder each."""
