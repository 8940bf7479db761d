"""Placeholder."""

from typing import Any


def overview(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError


def unit(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError
