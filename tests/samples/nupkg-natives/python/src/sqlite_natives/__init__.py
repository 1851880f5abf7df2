"""SQLite from a NuGet package."""

import ctypes
import pathlib
import sys

_NAMES = {"win32": "e_sqlite3.dll", "darwin": "libe_sqlite3.dylib"}
_LIBRARY = ctypes.CDLL(str(pathlib.Path(__file__).parent / "native" / _NAMES.get(sys.platform, "libe_sqlite3.so")))
_LIBRARY.sqlite3_libversion.restype = ctypes.c_char_p


def version() -> str:
    return _LIBRARY.sqlite3_libversion().decode()
