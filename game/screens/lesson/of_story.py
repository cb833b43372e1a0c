"""What a player means of a story, and means on the stage of the story that the class plays."""

from __future__ import annotations

from typing import TypeAlias

from game.screens.intents import Back, Forward, Refused, SkipScene, StoryOpened

OfStory: TypeAlias = Forward | Back | SkipScene | StoryOpened | Refused
