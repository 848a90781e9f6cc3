"""What may be typed; the first form is also how a field shows its value."""

DATES = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d"]
TIMES = ["%H:%M", "%H:%M:%S"]
DATETIMES = [f"{date} {time}" for date in DATES for time in TIMES]
