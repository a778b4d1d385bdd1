"""What each command does: one document, one file. No arithmetic of totals and no posting lives here."""
