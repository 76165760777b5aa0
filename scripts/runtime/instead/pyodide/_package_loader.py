"""Stands in for Pyodide's package loader: archives are put into the search path as they are, nothing is installed."""


class _Folder:
    """A path of which only its text is asked."""

    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = _Folder("/lib/python/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages():
    """There are no packages to make known."""
