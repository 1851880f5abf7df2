"""The command: ``greeter [NAME]`` or ``python -m greeter [NAME]``."""

import sys

from greeter import greet


def main() -> None:
    """Prints the greeting for the names on the command line."""
    print(greet(*([" ".join(sys.argv[1:])] if sys.argv[1:] else [])))


if __name__ == "__main__":
    main()
