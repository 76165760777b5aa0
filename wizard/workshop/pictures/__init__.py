"""The pictures of a room, one module each, by the name that stands in the page's address."""

from __future__ import annotations

from ..scene import Scene
from ..svg import Picture
from .actions import actions_picture
from .benchmarks import benchmarks_picture
from .challenges import challenges_picture
from .groups import groups_picture
from .helpers import helpers_picture
from .links import links_picture
from .split import split_picture

PICTURES = {
    "links": links_picture,
    "challenges": challenges_picture,
    "benchmarks": benchmarks_picture,
    "actions": actions_picture,
    "helpers": helpers_picture,
    "split": split_picture,
    "groups": groups_picture,
}
NAMES = tuple(PICTURES)


def picture(name: str, scene: Scene) -> Picture:
    """The picture of this name. KeyError where there is none."""
    return PICTURES[name](scene)
