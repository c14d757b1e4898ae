"""Finding: pages of text, Indonesian tokens and the Whoosh index. Knows neither the terminal nor the archive."""
