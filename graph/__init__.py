"""Facts become one graph: identity and merge, stores, exports."""
