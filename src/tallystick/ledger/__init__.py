"""Double entry and nothing else: accounts, entries of postings, balances, periods. No document, clock or I/O."""
