"""What commands share: finding a vendor, opening its client, tables, and waiting for a browser. No command is here."""
