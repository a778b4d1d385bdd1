"""What each document posts: one document, one rule, pure. No document is changed here."""
