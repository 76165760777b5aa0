"""A room of firms: taken in from codes and files, and what they have in common. Pure, like the rest of the core."""
