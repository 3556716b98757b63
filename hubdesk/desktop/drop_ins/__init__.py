"""Drop-ins in the window: the table, the timetable of a week, who meets whom, and what is published."""
