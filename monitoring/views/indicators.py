"""Placeholder."""

from typing import Any


def register(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError


def indicator(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError
