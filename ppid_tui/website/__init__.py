"""The page that goes on the web with the documents, and the same as data for other catalogues."""
