"""Stands in for importlib.resources: reads a file of a package through the package's own loader, and no more."""

from importlib import import_module
from io import BytesIO


class _File:
    """A file or folder of a package, by its name."""

    def __init__(self, package, name=""):
        self.package, self.name = package, name

    def joinpath(self, name):
        """What lies in it under this name."""
        return _File(self.package, name)

    def is_dir(self):
        """Packages hold files here, and no folders that are asked for."""
        return False

    def open(self, mode="rb", **_):
        """The file's bytes. FileNotFoundError where there is no such file."""
        spec = import_module(self.package).__spec__
        folder = spec.submodule_search_locations[0]
        try:
            return BytesIO(spec.loader.get_data(f"{folder}/{self.name}"))
        except OSError as error:
            raise FileNotFoundError(f"{self.package}/{self.name}") from error


def files(package):
    """The files of a package, by its name."""
    return _File(package)
