"""Somebody who asks a book for anything, legal or not, and holds each answer against what the auditor foretold."""
