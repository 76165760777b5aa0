"""Stands in for sysconfig, of which zoneinfo asks for one setting."""


def get_config_var(name):
    """No setting is known."""
