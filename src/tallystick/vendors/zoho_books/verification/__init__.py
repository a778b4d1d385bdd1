"""Comparing the real service with the sandbox: probes, what is kept of the answers, and where the two differ.

It gets two clients and knows of no sandbox itself; who runs it brings one.
"""
