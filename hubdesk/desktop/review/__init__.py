"""Reviews in the window: the round at a glance, packs out, answers in, reminders."""
