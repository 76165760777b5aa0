"""The checks of `wizard check`, one module each: `check(files, on)` gives what was covered and what is wrong."""
