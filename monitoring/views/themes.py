"""Placeholder."""

from typing import Any


def overview(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError


def theme(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError
