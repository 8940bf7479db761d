"""Reading the CSV registers: a wrong cell is named by file, line and column, with what was expected."""

import csv
import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pvi.lib.periods import Period, PeriodError

T = TypeVar("T")
MAX_SHOWN = 25
NUMBER = re.compile(r"-?\d+(\.\d+)?")
YES_NO = {"ja": True, "true": True, "nee": False, "false": False}


@dataclass(frozen=True)
class Problem:
    """One cell that cannot be used."""

    file: str
    line: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        found = f"'{self.found}'" if self.found else "leeg"
        return f"{self.file}, regel {self.line}, kolom {self.column}: {found}. Verwacht: {self.expected}."


class RegisterError(Exception):
    """The registers cannot be loaded; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        lines = [str(problem) for problem in self.problems[:MAX_SHOWN]]
        if len(self.problems) > MAX_SHOWN:
            lines.append(f"... en nog {len(self.problems) - MAX_SHOWN} fouten.")
        super().__init__("\n".join(lines))


class BadCell(Exception):
    """Raised inside a row; `build` turns it into a problem of that row."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True)
class Row:
    """One line of a register; each reader returns a typed value or refuses the cell."""

    file: str
    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """The text of a cell, possibly empty."""
        return self.cells[column]

    def required(self, column: str) -> str:
        """The text of a cell that may not be empty."""
        if not self.cells[column]:
            self.refuse(column, "een waarde; deze cel mag niet leeg zijn")
        return self.cells[column]

    def choice(self, column: str, choices: Mapping[str, T]) -> T:
        """One of the words that this column knows."""
        found = self.cells[column]
        if found not in choices:
            words = sorted(key for key in choices if key)
            self.refuse(column, "een van: " + ", ".join(words[:40]))
        return choices[found]

    def reference(self, column: str, known: Mapping[str, T], register: str) -> T:
        """A code that another register has."""
        if self.cells[column] not in known:
            self.refuse(column, f"een code uit {register}")
        return known[self.cells[column]]

    def reference_or_none(self, column: str, known: Mapping[str, T], register: str) -> T | None:
        """A code that another register has, or nothing."""
        return self.reference(column, known, register) if self.cells[column] else None

    def yes_no(self, column: str) -> bool:
        """ja or nee."""
        return self.choice(column, YES_NO)

    def day(self, column: str) -> dt.date:
        """A date as 2023-06-27."""
        try:
            return dt.date.fromisoformat(self.cells[column])
        except ValueError:
            self.refuse(column, "een datum als 2023-06-27")

    def day_or_none(self, column: str) -> dt.date | None:
        """A date as 2023-06-27, or nothing."""
        return self.day(column) if self.cells[column] else None

    def number(self, column: str) -> Decimal:
        """A number with a point as decimal sign."""
        found = self.cells[column]
        if not NUMBER.fullmatch(found):
            self.refuse(column, "een getal met een punt, zoals 14.4")
        try:
            return Decimal(found)
        except InvalidOperation:
            self.refuse(column, "een getal met een punt, zoals 14.4")

    def number_or_none(self, column: str) -> Decimal | None:
        """A number with a point as decimal sign, or nothing."""
        return self.number(column) if self.cells[column] else None

    def whole(self, column: str) -> int:
        """A whole number."""
        number = self.number(column)
        if number != int(number):
            self.refuse(column, "een heel getal")
        return int(number)

    def period(self, column: str) -> Period:
        """A period such as 2024, 2024-Q3 or 2020/2021."""
        try:
            return Period.parse(self.cells[column])
        except PeriodError as error:
            self.refuse(column, f"een tijdvak zoals 2024, 2024-H1, 2024-Q3 of 2020/2021 ({error})")

    def refuse(self, column: str, expected: str) -> NoReturn:
        """Say what is wrong with this cell and give the row up."""
        raise BadCell(Problem(self.file, self.line, column, self.cells.get(column, ""), expected))


def read(path: Path, columns: Iterable[str], key: Iterable[str]) -> list[Row]:
    """The rows of one register; refuses wrong encoding, missing columns, other widths, repeated keys.

    `key` names the columns that together may occur once.
    """
    reader = csv.reader(_text(path).splitlines(keepends=True), strict=True)
    header = [name.strip() for name in next(reader, [])]
    problems = [
        Problem(path.name, 1, name, "", "deze kolom in de kopregel") for name in columns if name not in header
    ]
    if len(set(header)) != len(header):
        problems.append(Problem(path.name, 1, "kopregel", ", ".join(header), "elke kolomnaam één keer"))
    if problems:
        raise RegisterError(problems)
    rows, problems = _rows(path.name, header, reader)
    problems += _repeated(rows, list(key))
    if problems:
        raise RegisterError(problems)
    return rows


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise RegisterError([Problem(path.name, 0, "", "", f"het bestand {path.name} in de map")]) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise RegisterError([Problem(path.name, line, "", "", "een bestand in UTF-8")]) from None


def _rows(file: str, header: list[str], reader: Any) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        for cells in reader:
            if len(cells) == len(header):
                cut = (cell.strip() for cell in cells)
                rows.append(Row(file, reader.line_num, dict(zip(header, cut, strict=True))))
            else:
                expected = f"{len(header)} cellen, zoals de kopregel"
                problems.append(Problem(file, reader.line_num, "regel", f"{len(cells)} cellen", expected))
    except csv.Error:
        problems.append(Problem(file, reader.line_num, "regel", "", "aanhalingstekens die openen en sluiten"))
    return rows, problems


def _repeated(rows: list[Row], key: list[str]) -> list[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    problems = []
    for row in rows:
        found = tuple(row.cells[column] for column in key)
        if found in seen:
            expected = f"een sleutel die één keer voorkomt; deze staat ook op regel {seen[found]}"
            problems.append(Problem(row.file, row.line, " + ".join(key), " + ".join(found), expected))
        seen.setdefault(found, row.line)
    return problems


def build(rows: Iterable[Row], make: Callable[[Row], T]) -> list[T]:
    """Make something of every row; raises RegisterError with the problems of all rows together."""
    made: list[T] = []
    problems: list[Problem] = []
    for row in rows:
        try:
            made.append(make(row))
        except BadCell as bad:
            problems.append(bad.problem)
    if problems:
        raise RegisterError(problems)
    return made
