"""Python imports this by itself as it starts: from here on the modules of every visit come from one file.

Otherwise each is searched for in the archive and read from it, in Python, which takes longer than most take to run.
"""

import marshal
import sys
from _frozen_importlib import ModuleSpec

FILE = "modules"
"""In the first archive: by the name of a module, its path there, whether it is a package, and its code."""


class Finder:
    """Finds and loads the modules of that file, in an archive that zipimport has open."""

    def __init__(self, archive):
        self.place, self.get_data = archive.archive, archive.get_data
        self.modules = marshal.loads(archive.get_data(FILE))

    def find_spec(self, name, *_):
        """How to load the module of this name; None where it comes from elsewhere."""
        if name not in self.modules:
            return None
        path, package, _ = self.modules[name]
        spec = ModuleSpec(name, self, origin=f"{self.place}/{path}", is_package=package)
        spec.has_location = True
        if package:
            spec.submodule_search_locations.append(spec.origin.rpartition("/")[0])
        return spec

    def create_module(self, spec):
        """The usual one."""

    def exec_module(self, module):
        """Runs it. Where it cannot run yet, since a library is still to come, it is kept."""
        name = module.__spec__.name
        exec(marshal.loads(self.modules[name][2]), module.__dict__)
        del self.modules[name]


sys.meta_path.insert(0, Finder(next(filter(None, map(sys.path_importer_cache.get, sys.path)))))
