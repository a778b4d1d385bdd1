"""The auditor: a model of a company's accounts, written from the rules of accounting and nothing of the book.

Beforehand it says whether the book must refuse, and why; afterwards what every account holds. No arithmetic of the
book is imported here: of the book it knows the words for a refusal, no more.
"""
