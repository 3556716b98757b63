"""What it costs: licences, shared costs, recharges and their workings, to the penny."""
