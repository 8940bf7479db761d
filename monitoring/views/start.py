"""Placeholder."""

from typing import Any


def start(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError
