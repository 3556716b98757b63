"""Charts, painted by ourselves: few, exact, walked by keys, copied as a picture and as numbers."""
