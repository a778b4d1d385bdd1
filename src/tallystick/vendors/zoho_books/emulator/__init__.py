"""Zoho Books' HTTP API and accounts server, spoken over a Book. It never imports the mapping, which reads it independently."""
