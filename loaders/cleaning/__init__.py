"""From the raw text of a page to clean text, with a map that leads every offset back."""
