"""The page of a room's facilitator: what `app` and `views` are for the wizard. Loaded for that page alone."""
