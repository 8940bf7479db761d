"""Placeholder."""

from typing import Any


def work(request: Any, **kwargs: Any) -> Any:
    raise NotImplementedError
