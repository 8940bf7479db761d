"""Placeholder."""

from typing import Any


def register(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError


def measure(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError
