"""The figures of the demo year: at each indicator's own rhythm and from its own supplier."""
