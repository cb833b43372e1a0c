"""Words around a school's file of defaults: what is written for its settings, and what is said of YAML there."""

from __future__ import annotations

LANGUAGE_OF_YAML = "school_syntax"
"""The term for whatever else YAML cannot read."""

SYNTAX = {
    "F101": "school_missing",
    "F102": "school_no_file",
    "F103": "school_refused",
    "F104": "school_too_large",
    "F105": "school_refused",
    "F106": "school_encoding",
    "F107": "school_unseen",
    "F108": "school_tab",
    "F111": "school_documents",
    "F112": "school_deep",
    "F113": "school_too_large",
    "F114": "school_anchor",
    "F115": "school_tag",
    "F130": "school_utf16",
    "F131": "school_two_colons",
    "F132": "school_unclosed",
    "F133": "school_sign",
    "F134": "school_comment",
    "F143": "school_colon",
}
"""What is wrong with a file or a row, by the code that a story's file would have: a term in `diagnostics/terms.yaml`."""

CALLED = tuple(
    (word, key)
    for key, words in {
        "language": "språk lang locale",
        "text_size": "textstorlek text size fontsize font_size storlek",
        "typeface": "typsnitt font teckensnitt bokstäver face",
        "line_spacing": "radavstånd lines linespacing",
        "letter_spacing": "teckenavstånd bokstavsavstånd letters letterspacing",
        "colours": "färger färg colors color colour theme tema",
        "text_speed": "textfart fart speed hastighet",
        "sound": "ljud sounds audio",
        "volume": "volym ljudstyrka",
        "read_aloud": "uppläsning aloud speech röst högläsning",
        "less_motion": "rörelser rörelse motion reduced_motion mindre_rörelse",
        "next_line": "pace nästa_replik auto_advance",
        "one_switch": "scanning enknapp en_knapp kontakt switch",
        "municipality": "kommun kommunen",
        "fullscreen": "helskärm full_screen",
        "keys": "tangenter tangent key keyboard",
        "ask_at_start": "frågor ask questions fråga_vid_start",
        "flag": "flagga",
        "back": "tillbaka bakåt backspace",
        "next": "nästa on space",
        "words": "ord svåra_ord",
        "read": "läs läs_upp",
        "log": "logg page_up",
        "next_language": "nästa_språk",
    }.items()
    for word in words.split()
)
"""What settings and actions are called in Swedish, or in other programs."""

CALLED_VALUES = tuple(
    (word, value)
    for value, words in {
        "sv": "svenska swedish sv-se",
        "sv@lattlast": "lättläst",
        "en": "engelska english en-gb en-us",
        "fi": "finska suomi finnish",
        "ar": "arabiska arabic العربية",
        "so": "somaliska somali soomaali",
        "hyperlegible": "atkinson läsbar",
        "dyslexic": "opendyslexic dyslexi dyslexia",
        "usual": "vanlig vanligt normal",
        "wide": "bred brett luftig luftigt",
        "widest": "bredast luftigast",
        "warm": "varm varma light ljus",
        "dark": "mörk mörka mörkt",
        "contrast": "kontrast high-contrast high_contrast hög-kontrast",
        "calm": "lugn lugnt slow långsam",
        "quick": "snabb snabbt fast",
        "at_once": "genast instant direkt",
        "even": "jämn jämnt lagom medium",
        "brisk": "rask raskt fast snabb",
        "asked": "på-begäran fråga manual",
        "all": "allt everything always",
        "on": "på ja",
        "off": "av nej none never",
        "true": "på ja",
        "false": "av nej",
    }.items()
    for word in words.split()
)
"""What values are called in Swedish, or in other programs."""
