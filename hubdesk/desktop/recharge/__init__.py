"""The recharge of a period: a draft that is live, why each figure is what it is, and its issue."""
