"""Who sits where: places that suit, among those that there are."""
