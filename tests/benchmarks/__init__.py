"""How fast the game is, beside what it should be: `python -m tests.benchmarks`.

Everything is measured in processes of its own, so that nothing is warm that would be cold in a classroom.
"""
