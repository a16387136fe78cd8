#!/usr/bin/env python3
"""Keeps docs/security/asvs.md to docs/security/asvs.csv, and the table to what there is.

    asvs.py            rewrites the blocks between the "generated" marks
    asvs.py --check    fails when a block is stale, when a row is missing, twice or ill formed, and
                       when a test or document that a row names is not there any more

Which requirements there are, and of which level, is in docs/security/asvs-sections.csv: a digit for
each requirement of a section, which is its level.
"""

import collections
import csv
import functools
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = pathlib.Path("docs/security")
COLUMNS = ["id", "level", "what", "verdict", "evidence"]
VERDICTS = ("tested", "documented", "not_applicable", "missing")
# How a row that is missing begins: what of it is not there.
LACKS = ("not built", "not written", "partly", "no test")
# Of these the third level is asked for too.
WITH_LEVEL_3 = ("V8", "V14", "V16")
MOST_WORDS = 12
TEST_FILES = re.compile(
    r"src/\w+/\w+_test\.cpp|tests/.+\.(cpp|py)|tools/test/\w+\.py"
    r"|web/src/.+\.test\.tsx?|web/(e2e|tools)/.+\.mjs|web/eslint\.config\.js"
)
CALLED_BY_FOLDER = re.compile(r"tests/fuzz/\w+\.cpp|web/e2e/[\w-]+\.journey\.mjs")
TEST = re.compile(r"^TEST(_F|_P)?\(\s*(\w+)\s*,\s*(\w+)\s*\)", re.MULTILINE)
MADE_FOR = re.compile(r"^INSTANTIATE_TEST_SUITE_P\(\s*\w+\s*,\s*(\w+)\b", re.MULTILINE)
# Tests and files, as a row that is missing names them in passing.
NAMED = re.compile(r"\b[A-Z]\w+\.[A-Z]\w+\b")
FILE = re.compile(r"\b(?:docs|src|tests|web|tools)/[\w./-]*\w")
NUMBER = re.compile(r"\bV\d+\.\d+\.\d+\b")
WORST = "## What is missed most"


class Table:
    def __init__(self, root):
        self.root = root
        self.page = root / FOLDER / "asvs.md"
        with open(root / FOLDER / "asvs.csv", encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file, strict=True))
        with open(root / FOLDER / "asvs-sections.csv", encoding="utf-8", newline="") as file:
            self.sections = list(csv.DictReader(file, strict=True))
        self.texts = {}
        self.faults = []

    def text(self, path):
        if path not in self.texts:
            file = self.root / path
            self.texts[path] = file.read_text(encoding="utf-8") if file.is_file() else None
        return self.texts[path]

    # Which rows there must be

    def expected(self):
        """The level of each requirement that belongs in, in order."""
        levels = {}
        for section in self.sections:
            if section["left_out"]:
                continue
            for place, level in enumerate(section["levels"], start=1):
                of_chapter = section["section"].split(".")[0]
                if level != "3" or of_chapter in WITH_LEVEL_3:
                    levels[f"{section['section']}.{place}"] = level
        return levels

    def check_rows(self):
        levels = self.expected()
        times = collections.Counter(row["id"] for row in self.rows)
        self.faults += [f"{one} is there {many} times" for one, many in times.items() if many > 1]
        self.faults += [f"{one} is absent" for one in levels if one not in times]
        self.faults += [f"{one} does not belong in" for one in times if one not in levels]
        if not self.faults and list(times) != list(levels):
            self.faults.append("the rows are not in order")
        for row in self.rows:
            self.check_row(row, levels)

    def check_row(self, row, levels):
        name = row["id"]
        if list(row) != COLUMNS or not all(row.values()):
            self.faults.append(f"{name}: expected {', '.join(COLUMNS)}, none of them empty")
            return
        if row["level"] != levels.get(name, row["level"]):
            self.faults.append(f"{name} is of level {levels[name]}")
        if len(row["what"].split()) > MOST_WORDS:
            self.faults.append(f"{name}: say it in {MOST_WORDS} words")
        if row["verdict"] not in VERDICTS:
            self.faults.append(f"{name}: there is no verdict {row['verdict']}")
        check = getattr(self, f"check_{row['verdict']}", None)
        if check:
            check(name, row["evidence"])

    # What a row rests on

    def check_tested(self, name, evidence):
        for one in evidence.split(" | "):
            if why := self.not_living(one):
                self.faults.append(f"{name}: {one}: {why}")

    def not_living(self, evidence):
        """Why that is no test that is run; nothing when it is one."""
        path, _, test = evidence.partition(":")
        text = self.text(path)
        if text is None:
            return "there is no such file"
        if not TEST_FILES.fullmatch(path):
            return "that is not where tests are"
        if test.startswith('"'):
            return self.not_said(text, test.strip('"'))
        if test:
            return self.not_a_gtest(text, test)
        if path.endswith("_test.cpp") or ".test." in path:
            return "say which test of that file"
        if CALLED_BY_FOLDER.fullmatch(path) or self.is_called(path):
            return ""
        return "no script under tools/ runs it"

    @staticmethod
    def not_said(text, title):
        lines = [line for line in text.splitlines() if title in line]
        if not lines:
            return "that is not said in the file"
        for line in lines:
            if not re.search(r"^\s*//|\.(skip|todo)\b", line):
                return ""
        return "it is not run"

    @staticmethod
    def not_a_gtest(text, test):
        for kind, suite, name in TEST.findall(text):
            if f"{suite}.{name}" == test:
                made = kind != "_P" or suite in MADE_FOR.findall(text)
                return "" if made else "nothing instantiates it"
        return "there is no such test in the file"

    def is_called(self, path):
        called = re.compile(rf"^[^#\n]*{re.escape(path)}", re.MULTILINE)
        return any(
            called.search(file.read_text(encoding="utf-8"))
            for file in (self.root / "tools").glob("*.sh")
        )

    def check_documented(self, name, evidence):
        for one in evidence.split(" | "):
            path, _, anchor = one.partition("#")
            text = self.text(path)
            if text is None:
                self.faults.append(f"{name}: there is no {path}")
            elif anchor and anchor not in anchors_of(text):
                self.faults.append(f"{name}: {path} has no heading #{anchor}")

    def check_missing(self, name, evidence):
        if lack_of(evidence) is None:
            self.faults.append(f"{name}: begin with one of: {', '.join(LACKS)}")
        for test in NAMED.findall(evidence):
            if test not in self.gtests:
                self.faults.append(f"{name}: there is no test {test}")
        for path in FILE.findall(evidence):
            if not (self.root / path).exists():
                self.faults.append(f"{name}: there is no {path}")

    @functools.cached_property
    def gtests(self):
        files = [*self.root.glob("src/*/*_test.cpp"), *self.root.glob("tests/*/*_test.cpp")]
        return {
            f"{suite}.{name}"
            for file in files
            for _, suite, name in TEST.findall(file.read_text(encoding="utf-8"))
        }

    # The page

    def counts(self):
        verdicts = collections.Counter()
        for row in self.rows:
            chapter = row["id"].split(".")[0]
            verdicts[chapter, row["verdict"]] += 1
            verdicts["all", row["verdict"]] += 1
        lines = [
            "| Chapter | tested | documented | not applicable | missing | all |",
            "|---|---|---|---|---|---|",
        ]
        chapters = [
            (one["section"], f"{one['section']} {one['about']}")
            for one in self.sections
            if not one["levels"]
        ]
        for chapter, said in [*chapters, ("all", "**All**")]:
            of_chapter = [verdicts[chapter, verdict] for verdict in VERDICTS]
            if sum(of_chapter):
                cells = [said, *of_chapter, sum(of_chapter)]
                lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
        lacks = collections.Counter(
            lack_of(row["evidence"]) for row in self.rows if row["verdict"] == "missing"
        )
        said = ", ".join(f"{lacks[lack]} *{lack}*" for lack in LACKS)
        return "\n".join([*lines, "", f"Of those that are missing: {said}.", ""])

    def left_out(self):
        return "".join(
            f"- V{one['section'][1:]}, {one['about']} ({len(one['levels'])}): {one['left_out']}.\n"
            for one in self.sections
            if one["left_out"]
        )

    def written(self):
        page = self.page.read_text(encoding="utf-8")
        for what, block in (("counts", self.counts()), ("left out", self.left_out())):
            begin = f"<!-- generated by tools/asvs.py, {what}: begin -->\n"
            end = f"<!-- generated by tools/asvs.py, {what}: end -->"
            if begin not in page or end not in page:
                sys.exit(f"{self.page.name} has lost its marks for what is generated: {what}")
            before, rest = page.split(begin, maxsplit=1)
            page = before + begin + block + end + rest.split(end, maxsplit=1)[1]
        return page

    def check_page(self):
        page = self.page.read_text(encoding="utf-8")
        if self.written() != page:
            self.faults.append(f"{FOLDER}/asvs.md is stale: run make docs")
        verdicts = {row["id"]: row["verdict"] for row in self.rows}
        worst = page.partition(WORST)[2].partition("\n## ")[0]
        if not worst:
            self.faults.append(f"{FOLDER}/asvs.md has lost its part {WORST}")
        for number in NUMBER.findall(worst):
            if verdicts.get(number) != "missing":
                self.faults.append(f"{FOLDER}/asvs.md: {number} is not missing any more")

    def check(self):
        self.check_rows()
        self.check_page()
        return self.faults


def lack_of(evidence):
    return next((one for one in LACKS if re.match(rf"{one}(:|$)", evidence)), None)


def anchors_of(text):
    """The headings of a page, as a link names them."""
    headings = re.findall(r"^#+ +(.+?) *$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def main():
    table = Table(ROOT)
    if "--check" not in sys.argv[1:]:
        table.page.write_text(table.written(), encoding="utf-8")
        return
    if faults := table.check():
        sys.exit("\n".join(faults))
    print(f"asvs: {len(table.rows)} requirements, up to date")


if __name__ == "__main__":
    main()
