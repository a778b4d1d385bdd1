"""Door: pages for a finance team, rendered from the mirror. No SQL, no vendor call, and no script in the browser."""
