"""Placeholder until the rules stand."""
def number(value, decimals=None): return str(value)
def percent(value, decimals=None): return f"{value}%"
def euro(value): return f"€ {value}"
def date_short(day): return f"{day.day}-{day.month}-{day.year}"
def date_long(day): return f"{day.day}-{day.month}-{day.year}"
class DateError(ValueError): pass
def parse_date(text):
    import datetime
    try: return datetime.date.fromisoformat(text)
    except ValueError as e: raise DateError("Vul een datum in, bijvoorbeeld 31-3-2026.")
