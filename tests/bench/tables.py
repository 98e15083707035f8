"""Tables in Markdown, which are read as well in a terminal."""

import dataclasses
import math


@dataclasses.dataclass
class Table:
    title: str
    header: list
    rows: list = dataclasses.field(default_factory=list)
    note: str = ""

    def add(self, *cells):
        self.rows.append([cell if isinstance(cell, str) else number(cell) for cell in cells])

    def markdown(self):
        widths = [max(len(row[i]) for row in [self.header, *self.rows])
                  for i in range(len(self.header))]

        def line(cells):
            first = cells[0].ljust(widths[0])
            return f"| {' | '.join([first, *(c.rjust(w) for c, w in zip(cells[1:], widths[1:]))])} |"

        ruler = f"|{'|'.join(['-' * (widths[0] + 2), *('-' * (w + 1) + ':' for w in widths[1:])])}|"
        lines = [f"## {self.title}", "", line(self.header), ruler, *map(line, self.rows)]
        return "\n".join([*lines, "", self.note] if self.note else lines) + "\n"


def number(value):
    """Three digits that count."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.{1 if value >= 10 else 2 if value >= 1 else 3}f}"


def ratio(one, other):
    return one / other if other > 0 else math.nan  # tiny sizes drown in noise
