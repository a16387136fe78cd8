#!/usr/bin/env python3
"""Shows that tools/check_layers.py catches every breach planted in tools/test/breaches.

Each folder there holds the files of one breach and, in expected.txt, what must be said of it. They
are laid over the folder `clean`, which must pass. Each is reported once, and nothing else is.
"""

import pathlib
import shutil
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from check_layers import Checker  # noqa: E402

BREACHES = HERE / "breaches"


def breaches_in(*layers):
    with tempfile.TemporaryDirectory() as folder:
        for layer in layers:
            shutil.copytree(BREACHES / layer, folder, dirs_exist_ok=True)
        return Checker(pathlib.Path(folder)).run()


class CheckLayers(unittest.TestCase):
    def test_a_clean_project_passes(self):
        self.assertEqual(breaches_in("clean"), [])

    def test_every_planted_breach_is_caught_once(self):
        planted = sorted(folder.name for folder in BREACHES.iterdir()
                         if folder.is_dir() and folder.name != "clean")
        self.assertGreater(len(planted), 20)
        for name in planted:
            with self.subTest(breach=name):
                expected = (BREACHES / name / "expected.txt").read_text(encoding="utf-8").strip()
                found = breaches_in("clean", name)
                self.assertEqual(len(found), 1, found)
                self.assertIn(expected, found[0])


if __name__ == "__main__":
    unittest.main()
