from __future__ import annotations

import pytest

from tests.terminal.driving import BEGIN, after, flat, small


def test_each_enter_says_one_more_line_and_nothing_else() -> None:
    said = small(BEGIN, "", "")
    assert after("Det är rast.\n", said) == (
        "Alva (orolig): Han vill ha en bild.\n[Alvas mobil] Noel: Var är du?\n\nHej då.\n"
    )


def test_a_new_place_is_described_with_who_is_there_and_who_you_are() -> None:
    said = small(BEGIN)
    assert "Liten · Kapitel 1 av 2\nPlats: En gård.\nHär är: Alva, Hawa (du).\nDet är rast.\n" in said


def test_silence_is_said_in_words_with_the_face_and_the_posture_that_are_seen() -> None:
    said = small(BEGIN, *[""] * 4)
    assert "[Tystnad. Alva (ledsen, vänd bort)] En boll studsar.\n" in said


def test_a_posture_is_said_also_of_a_face_that_shows_nothing_in_particular() -> None:
    said = small(BEGIN, *[""] * 5, "1", "")
    assert "Här är: Alva (armarna i kors), Hawa (du).\nNi går.\n" in said


def test_choices_are_counted_and_numbered() -> None:
    said = small(BEGIN, *[""] * 5)
    assert "\nVad gör du?\n2 val:\n1. Fråga.\n2. Vänta.\n" in said


def test_enter_alone_never_chooses_but_says_which_numbers_there_are() -> None:
    said = small(BEGIN, *[""] * 6)
    assert said.endswith("Skriv ett nummer, 1 till 2.\n\nHej då.\n")


@pytest.mark.parametrize("typed", ["3", "0", "²", "-1", "1 2", "mamma", "9" * 50, "\x00", "🙂"])
def test_what_is_not_there_is_answered_kindly(typed: str) -> None:
    said = small(BEGIN, *[""] * 5, typed)
    assert said.endswith("Skriv ett nummer, 1 till 2.\n\nHej då.\n")


@pytest.mark.parametrize("typed", ["2", " 2 ", "2.", "2)", "٢"])
def test_a_number_may_be_typed_as_people_type_numbers(typed: str) -> None:
    said = small(BEGIN, *[""] * 5, typed)
    assert "Hur känns det?\nDet blev mycket.\nEnter: Läs vidare\n1. Andas en stund\n" in said


TO_TELLING = (BEGIN, *[""] * 5, "1", "", "")


def test_the_adults_are_offered_with_what_they_do_and_how_they_listen() -> None:
    said = small(*TO_TELLING)
    assert "2 val:\n1. Samira. Mentor. Lyssnar klart.\n2. Daniel. Tränare. Har bråttom.\n" in said


def test_how_to_begin_is_chosen_too_and_one_may_choose_another_adult() -> None:
    said = small(*TO_TELLING, "1", "t", "2", "1")
    assert said.count("Vem berättar ni för?") == 2
    assert "3 val:\n1. ”Kan du lyssna?”\n" in said
    assert "Daniel: Det går över." in said


def test_an_adult_who_waved_it_off_is_named_with_no_blame_and_the_next_one_is_there() -> None:
    said = small(*TO_TELLING, "2", "1", "")
    assert "1. Samira" in after("Vem mer?", said)
    assert "Det var inte du som gjorde fel." in after("Vem mer?", said)


TO_ENDING = (*TO_TELLING, "1", "1", "")


def test_the_ending_shows_help_and_leads_on_through_all_that_follows() -> None:
    said = small(*TO_ENDING, "", "", "", "", "")
    assert "Två som vet\nAlva är inte ensam.\nBris. Prata.\n116 111\n" in said
    assert "Utan flagga. Kontroll. ”Han vill ha en bild.” Ingen ska behöva bevisa var hon är." in flat(said)
    assert "Kapitel: Rasten\nKontroll. ”Han vill ha en bild.”\n" in said
    assert "Noel tänker: Varför svarar hon inte?" in said
    assert "Dina vägar" in said


def test_a_choice_can_be_made_again_from_the_ways() -> None:
    said = small(*TO_ENDING, "", "", "", "", "1")
    ways = after("Dina vägar", said)
    assert "1. Vad gör du? Fråga.\n" in ways
    assert "2 val:\n1. Fråga.\n2. Vänta.\n" in after("Slut som du har hittat", ways)


def test_a_flag_is_put_named_and_seen_afterwards() -> None:
    said = small(BEGIN, "", "f", "1", *[""] * 4, "1", "", "", "1", "1", "", "")
    assert "Vad är det som känns fel?\n”Han vill ha en bild.”\nEnter: Det bara känns fel (valt)\n" in said
    assert "Alva (orolig): Han vill ha en bild. [Flaggad: Kontroll]\n" in said
    assert "Du flaggade. Kontroll. ”Han vill ha en bild.”" in said


def test_a_flag_can_be_taken_away() -> None:
    said = small(BEGIN, "", "f", "1", "f", "3")
    assert "3. Ta bort flaggan\n" in said
    assert "Flaggan är borttagen.\nAlva (orolig): Han vill ha en bild.\n" in said


def test_an_earlier_line_is_flagged_from_what_was_said_and_enter_alone_flags_nothing() -> None:
    said = small(BEGIN, "", "", "l", "2", "", "", "l", "")
    assert "Det som sagts\nVälj en rad för att sätta en flagga på den.\n1. Det är rast.\n2. Alva: Han" in said
    assert "2. Alva: Han vill ha en bild. Flaggad.\n3. Noel: Var är du?\nEnter: Tillbaka\n" in said
    assert said.endswith("Enter: Tillbaka\n[Alvas mobil] Noel: Var är du?\n\nHej då.\n")


def test_back_says_the_line_before_and_the_beginning_is_told() -> None:
    said = small(BEGIN, "", "t", "t")
    assert said.endswith(
        "Alva (orolig): Han vill ha en bild.\nDet är rast.\nDet går inte att gå längre tillbaka.\n\nHej då.\n"
    )


def test_the_same_small_print_is_not_read_at_every_choice() -> None:
    said = small(BEGIN, *[""] * 5, "t", "")
    assert said.count("Vad gör du?") == 2
    assert said.count("Det finns inget facit.") == 1


def test_skipping_a_scene_says_the_sentence_that_stands_for_it() -> None:
    said = small(BEGIN, *[""] * 5, "1", "2")
    assert "Alva berättar något.\n" in after("Hoppa över scenen", said)


def test_a_code_from_the_pause_leads_back_to_the_scene() -> None:
    paused = small(BEGIN, *[""] * 5, "1", "p")
    code = after("Inget sparas i datorn. ", flat(paused)).split(" ", 1)[0]
    said = small("t", "t", "3", "fel kod", code.lower())
    assert "Stora eller små bokstäver" in said
    assert "Hur känns det?" in after("Något tecken har blivit fel.", said)


def test_settings_offer_the_language_and_leave_out_what_belongs_to_a_window() -> None:
    said = small("t", "t", "4", "2")
    settings = after("också mitt i en berättelse.\nSpråk:", said)
    assert "1. Svenska (valt)\n2. Tvärtom\n" in settings
    assert "200 %" not in settings
    assert "Nästa fråga" not in settings
    assert "Amina" not in settings
    assert "Enter: Tillbaka" in settings
    assert "2. ‹" not in settings
    assert "2. Tvärtom (‹valt›)\n" in settings
