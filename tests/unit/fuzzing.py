"""How many cases the fuzzing tests try: a share in `make test`, FUZZ_EXAMPLES of every one at night."""

import os

from hypothesis import settings

AT_NIGHT = os.environ.get("FUZZ_EXAMPLES")
MANY = settings(derandomize=not AT_NIGHT, max_examples=int(AT_NIGHT or 150), deadline=None)
FEW = settings(MANY, max_examples=int(AT_NIGHT or 40))
"""For what takes longer a case."""
