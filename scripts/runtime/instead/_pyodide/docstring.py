"""Stands in for what writes the documentation of functions made in C: there is nobody to read it."""


def dedent_docstring(docstring):
    """The text as it is."""
    return docstring


def get_cmeth_docstring(func):
    """A signature in the form that the interpreter expects, without arguments."""
    return f"{func.__name__}()\n--\n\n"
