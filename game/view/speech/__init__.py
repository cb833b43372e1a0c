"""Reading aloud, for those who have no screen reader: a voice of the system's, or espeak-ng, or none."""
