#!/usr/bin/env python3
"""Shows that .clang-tidy catches each breach planted in tools/test/breaches/tidy.cpp.

The line of a breach names, in its comment, the check that must say something on it; for a whole
function the comment stands on the line above.
"""

import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PLANTED = ROOT / "tools" / "test" / "breaches" / "tidy.cpp"
CHECK = r"((?:bugprone|clang-diagnostic|misc|performance|readability)-[a-z-]+)"


class Tidy(unittest.TestCase):
    def test_every_planted_breach_is_caught_on_its_line(self):
        planted = set()
        for number, line in enumerate(PLANTED.read_text(encoding="utf-8").splitlines(), start=1):
            named = re.search(rf"//\s*{CHECK}$", line)
            if named:
                planted.add((number + line.startswith("//"), named.group(1)))
        self.assertGreater(len(planted), 8)

        said = subprocess.run(
            ["clang-tidy-14", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", str(PLANTED),
             "--", "-std=c++20"], capture_output=True, text=True, check=False)
        caught = {(int(line), check) for line, check in
                  re.findall(rf"tidy\.cpp:(\d+):\d+: error: .*\[{CHECK}", said.stdout)}
        self.assertEqual(caught, planted)
        self.assertNotEqual(said.returncode, 0)


if __name__ == "__main__":
    unittest.main()
