"""Tallystick keeps two halves of a company's books the same: the accounting system's and your program's.

Nothing is imported here, so that `from tallystick.zoho_books import Client` stays light.
"""

__version__ = "0.1.0"
