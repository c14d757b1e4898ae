"""Finding: pages of text, Indonesian tokens and the Whoosh index. No terminal, no archive."""
