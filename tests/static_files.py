"""Static files from their sources, as strict about names as the storage that people get."""

from functools import cache

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class ExistingFiles(StaticFilesStorage):
    """Refuses a name that no file has; hashed names would do so too, but only on a running monitor."""

    def url(self, name: str | None) -> str:
        if name and not _exists(name):
            raise ValueError(f"Missing static file: {name}")
        return super().url(name)


@cache
def _exists(name: str) -> bool:
    return finders.find(name) is not None
