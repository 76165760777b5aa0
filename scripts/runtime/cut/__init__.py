"""Takes out of Pyodide's WebAssembly what the wizard's whole path never runs. Of 17 000 functions it runs 2 500.

A function that was taken out stops the engine when it is called after all; the page then starts the whole engine and
asks it again (wizard/web/start.js). So a cut can cost a rare visitor time, and never a right answer.
"""
