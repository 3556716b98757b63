"""Drop-ins: the week, who meets whom in it, the table they are edited in, and what is published of them."""
