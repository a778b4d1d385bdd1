"""What the accounts say: one report, one function. No account is changed here."""
