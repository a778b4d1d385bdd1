"""One vendor call: what it is (operation), how it goes (exchange), who waits (drive). Never a vendor's name."""
