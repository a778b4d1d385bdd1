"""The records a book keeps and the commands that ask for them, one noun a file. No rule or posting lives here."""
