"""Berätta: a scenario game in which pupils see the signs, and practise telling a trusted adult."""
