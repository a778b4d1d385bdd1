"""One folder per vendor, discovered and never listed; vendors never import each other."""
