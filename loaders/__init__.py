"""A file becomes a document, a document becomes facts."""
