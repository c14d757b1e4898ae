"""What leaves on paper: each paper a function to one frozen Paper, one renderer a format."""
