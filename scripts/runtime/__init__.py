"""Makes what the wizard's page loads: a Python cut down to what the wizard uses, and the scripts around it."""
