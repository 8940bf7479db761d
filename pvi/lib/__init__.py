"""Leaf rules that the whole house stands on: periods, Dutch numbers and dates, marks."""
