"""Addresses that keep what was chosen."""

from django.http import HttpRequest


def query_without(request: HttpRequest, *names: str) -> str:
    """The other parameters of this address, ending in & when there are any."""
    kept = request.GET.copy()
    for name in names:
        kept.pop(name, None)
    return f"{kept.urlencode()}&" if kept else ""
