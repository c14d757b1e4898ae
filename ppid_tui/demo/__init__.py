"""Sample offices: four invented offices with documents, people, cases and requests, to be tried at once."""
