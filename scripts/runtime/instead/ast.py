"""Stands in for ast, whose classes annotationlib names for what only its forward references use."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (), {})
