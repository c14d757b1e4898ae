"""Keeping: records, softcopies, SOPs and the trail. Knows neither the terminal nor the index."""
