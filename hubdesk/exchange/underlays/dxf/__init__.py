"""DXF drawings: opened, their blocks written out, their curves made of straight pieces."""
