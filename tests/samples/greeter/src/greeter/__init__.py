"""Greets, and says which version does."""

from importlib.metadata import version

__all__ = ["greet"]


def greet(name: str = "world") -> str:
    """The greeting for a name."""
    return f"Hello, {name}! This is greeter {version('greeter')}."
