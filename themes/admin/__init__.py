"""Programmes, themes and rounds, and the roles, which may be bound to a theme."""

from themes.admin import calendar, roles

__all__ = ["calendar", "roles"]
