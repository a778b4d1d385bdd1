"""Figures and pictures for people: cash flow, ageing, charts and their tables. Pure functions; no SQL, no clock, no HTML page."""
