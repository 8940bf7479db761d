"""Fields that say things as the API says them: Dutch words, plain numbers, moments in UTC."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from rest_framework import serializers


class WordField(serializers.ChoiceField):
    """A stored value under its Dutch word; what is empty is null."""

    def __init__(self, words: Mapping[Any, str], **options: Any) -> None:
        self.words = words
        options["error_messages"] = {"invalid_choice": f"Kies uit: {', '.join(words.values())}."}
        super().__init__(choices=list(words.values()), **options)

    def to_internal_value(self, data: Any) -> Any:
        word = super().to_internal_value(data)
        return next(stored for stored, known in self.words.items() if known == word)

    def to_representation(self, value: str) -> Any:
        return self.words[value] if value else None


class NumberField(serializers.FloatField):
    """A figure as a JSON number: 6738 and 14.4, without the zeros of the database."""

    def to_representation(self, value: Any) -> Any:
        return int(value) if value == value.to_integral_value() else float(value)


class MomentField(serializers.DateTimeField):
    """A moment, in UTC."""

    def __init__(self, **options: Any) -> None:
        super().__init__(default_timezone=dt.UTC, **options)


class CountsField(serializers.DictField):
    """How many there are of each, under the Dutch words."""

    child = serializers.IntegerField(min_value=0)

    def __init__(self, words: Mapping[Any, str], **options: Any) -> None:
        self.words = words
        super().__init__(**options)

    def to_representation(self, value: Mapping[str, int]) -> dict[str, int]:
        return {self.words[stored]: count for stored, count in value.items()}


class CodesField(serializers.ListField):
    """The codes of related rows."""

    child = serializers.CharField()

    def to_representation(self, value: Any) -> list[str]:
        return [row.code for row in value.all()]
