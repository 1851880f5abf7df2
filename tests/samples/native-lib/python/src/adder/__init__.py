"""Calls a library that .NET compiled to native code."""

import ctypes
import pathlib
import sys

_NAMES = {"win32": "Adder.dll", "darwin": "Adder.dylib"}
_LIBRARY = ctypes.CDLL(str(pathlib.Path(__file__).parent / "native" / _NAMES.get(sys.platform, "Adder.so")))


def add(left: int, right: int) -> int:
    return _LIBRARY.adder_add(left, right)
