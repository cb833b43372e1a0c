"""How each kind of screen is laid out: `lay_out(page, setting, typesetter)` gives the frame."""
