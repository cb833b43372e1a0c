"""What each shipped story promises, beyond what `beratta check` proves of any story."""
