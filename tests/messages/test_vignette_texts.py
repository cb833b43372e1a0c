"""The vignettes as translators get them."""

from __future__ import annotations

from game.messages.vignette_texts import DOMAIN, vignette_texts
from game.story.vignettes import Answer, Vignette, Vignettes

ONE = Vignette("hug", 13, 15, "a", "healthy", Answer.OK, 1, "Mio frågar först.", "Ida får välja.")


def test_what_is_judged_and_why_are_looked_up_by_the_vignettes_name() -> None:
    found = list(vignette_texts(Vignettes((ONE,))))
    assert [(each.domain, each.context, each.text) for each in found] == [
        (DOMAIN, "hug", "Mio frågar först."),
        (DOMAIN, "hug", "Ida får välja."),
    ]
    assert {each.file for each in found} == {"scenarios/vignettes.yaml"}


def test_a_translator_is_told_for_whom_it_is_and_what_it_is_meant_as() -> None:
    judged, why = vignette_texts(Vignettes((ONE,)))
    assert "13–15" in judged.comment
    assert "okay" in judged.comment
    assert "after" in why.comment


def test_a_translation_has_room_to_be_longer() -> None:
    for each in vignette_texts(Vignettes((ONE,))):
        assert each.limit > len(each.text)
