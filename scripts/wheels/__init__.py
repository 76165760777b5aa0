"""Makes the wizard's wheel for other people's Pyodide pages, with a pyodide-lock.json to load it by."""
