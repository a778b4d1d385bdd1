"""One organisation's books: a command in, documents and entries out. No vendor, HTTP or SQL lives here."""
