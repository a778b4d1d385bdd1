"""What all vendors share: frozen records, exact money, the error tree. No clock, random, environment or I/O."""
