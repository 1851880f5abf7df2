import unittest

from greeter import greet


class Greeting(unittest.TestCase):
    def test_names_who_is_greeted(self) -> None:
        self.assertTrue(greet("Ada").startswith("Hello, Ada! This is greeter "))


if __name__ == "__main__":
    unittest.main()
