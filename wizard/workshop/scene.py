"""What every picture of a room is made from."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..cohort.room import Room, name_of
from ..cohort.tables import Profile
from ..views.setting import Setting
from ..wording import listed, number


class Scene(NamedTuple):
    """`figures` is what `cohort` gives; `profiles` are the firms'; `by` is the groups' question,
    `small` whether small groups are shown."""

    s: Setting
    room: Room
    figures: dict[str, Any]
    profiles: list[Profile]
    by: str
    small: bool

    def say(self, id: str, **values: Any) -> str:
        """The interface text `id`."""
        return self.s.say(id, **values)

    def name(self, place: int) -> str:
        """A firm's label or number."""
        return name_of(place, self.room, self.s.catalogue, self.s.lang)

    def listed(self, items: list[str]) -> str:
        """A list in a sentence, or the word for none."""
        return listed(self.s.catalogue, self.s.lang, list(items)) or self.say("room_none")

    def link(self, id: str) -> str:
        """A link's name."""
        return self.s.of(self.s.catalogue.link(id).name)

    def challenges(self) -> dict[str, str]:
        """The names of challenges and gaps by their ids."""
        return {challenge.id: self.s.of(challenge.name) for challenge in self.s.catalogue.challenges}

    def spread(self, figure: dict[str, float] | None) -> str:
        """Median with least and most."""
        return self.say("room_spread", **{k: number(v) for k, v in figure.items()}) if figure else "-"
