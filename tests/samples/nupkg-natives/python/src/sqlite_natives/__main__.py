from sqlite_natives import version

print(f"SQLite {version()}")
