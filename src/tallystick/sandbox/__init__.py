"""Door: the sandbox, which hosts vendors' emulators over real books on this machine. It never sees a mirror or a vault."""
