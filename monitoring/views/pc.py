"""Placeholder."""

from typing import Any


def pc(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError
