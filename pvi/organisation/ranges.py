"""Range expressions for exclusion constraints that need no PostgreSQL extension."""

from typing import Any

from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField
from django.db.models import F, Func, Value
from django.db.models.functions import Coalesce


def one(field: str) -> Func:
    """The number in this field as a range of one; a missing number counts as zero."""
    number = Coalesce(F(field), Value(0))
    return Func(number, number, Value("[]"), function="int8range", output_field=BigIntegerRangeField())


def word(field: str) -> Func:
    """The text in this field as a range of one number, its hash."""
    number: Any = Func(F(field), function="hashtext")
    return Func(number, number, Value("[]"), function="int8range", output_field=BigIntegerRangeField())


def validity(start: str = "valid_from", end: str = "valid_until") -> Func:
    """The days on which a row is valid, both ends included; a missing end is open."""
    return Func(F(start), F(end), Value("[]"), function="daterange", output_field=DateRangeField())
