"""Between the faces and the two stores: what an officer does, as plain functions."""
