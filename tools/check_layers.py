#!/usr/bin/env python3
"""Holds the code to the architecture where a compiler cannot.

    check_layers.py [ROOT]    prints every breach as FILE:LINE: what is wrong; fails if any

The module list is read from CMakeLists.txt, the doors of a module from its README.md, the owner of
a table from the `-- owner:` heading above it in migrations/. tools/test/breaches plants each breach.
"""

import pathlib
import re
import sys

from layers import doors_of, read_modules

# Headers from outside, and the modules that alone may include them.
RESTRICTED = [
    (r"sqlite3\.h", {"store"}),
    (r"(postgresql/)?libpq-fe\.h", {"store"}),
    (r"boost/beast(\.hpp|/)", {"http"}),
    (r"boost/asio(\.hpp|/)", {"http", "app"}),
    (r"boost/json(\.hpp|/)", {"http", "programmes", "geography", "openid"}),
    (r"cjose/cjose\.h", {"openid"}),
]
JSON_IN_SOURCES_ONLY = {"programmes", "geography"}

STATEMENT = re.compile(
    r"\s*(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+(?:AS\s+\w+\s+|\w+\s+)?SET\b|"
    r"DELETE\s+FROM\s|WITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([^)]*\)\s*)?AS\s*"
    r"(?:NOT\s+|MATERIALIZED\s*)*\(|"
    r"(?:CREATE|ALTER|DROP)\s+(?:TABLE|VIEW|INDEX)\s)", re.IGNORECASE)
# The names after FROM, JOIN, INTO and UPDATE, with or without alias, and the rest of a comma list.
TABLES = re.compile(
    r"\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+((?:\w+(?:\s+(?:AS\s+)?\w+)?\s*,\s*)*\w+)")
OFFSET = re.compile(r"\bOFFSET\b|\b[Oo]ffset\s+[$\d:?]")
DEFINES = re.compile(
    r"CREATE\s+(?:VIRTUAL\s+)?(?:TABLE|VIEW)\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)", re.IGNORECASE)
ALTERS = re.compile(
    r"(?:(?:ALTER|DROP)\s+TABLE|DROP\s+VIEW|^\s*ON|INDEX\s.*\bON|INSERT\s+INTO|DELETE\s+FROM|"
    r"^\s*UPDATE)\s+(\w+)", re.IGNORECASE)
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"|'
    r'"(?P<text>(?:\\.|[^"\\\n])*)"|'
    r"(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'", re.DOTALL)


def literals(code):
    """Each string of the code as (line, text); strings that stand side by side are one."""
    found, end_of_last = [], None
    for token in TOKEN.finditer(code):
        text = token.group("raw") if token.group("raw") is not None else token.group("text")
        if text is None:
            continue
        line_so_far = code[code.rfind("\n", 0, token.start()) + 1:token.start()]
        if line_so_far.lstrip().startswith("#"):
            continue
        if end_of_last is not None and not code[end_of_last:token.start()].strip():
            found[-1] = (found[-1][0], found[-1][1] + text)
        else:
            found.append((code.count("\n", 0, token.start()) + 1, text))
        end_of_last = token.end()
    return found


class Checker:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.modules = read_modules(root)
        self.doors = {module: doors_of(root, module) for module in self.modules}
        self.owners = {}
        self.breaches = []

    def breach(self, file, line, what):
        self.breaches.append(f"{file.relative_to(self.root)}:{line}: {what}")

    def check_migrations(self):
        for number, file in enumerate(sorted(self.root.glob("migrations/*.sql")), start=1):
            if not re.fullmatch(rf"{number:04}_[a-z0-9_]+", file.stem):
                self.breach(file, 1, f"migrations are numbered without gaps: expected {number:04}_")
            self.check_migration(file)

    def check_migration(self, file):
        owner = None
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            heading = re.match(r"-- owner:\s*(\w+)", line)
            if heading:
                owner = heading.group(1)
                if owner not in self.modules:
                    self.breach(file, number, f"owner '{owner}' is not a module")
            line = line.split("--")[0]
            for name in DEFINES.findall(line):
                if owner is None:
                    self.breach(file, number, f"'{name}' stands under no '-- owner:' heading")
                self.owners[name.lower()] = owner
            for name in ALTERS.findall(line):
                if self.owners.get(name.lower(), owner) != owner:
                    self.breach(file, number, f"'{name}' belongs to {self.owners[name.lower()]}")
            if OFFSET.search(line):
                self.breach(file, number, "OFFSET: page by key instead")

    def check_source(self, file, module):
        code = file.read_text(encoding="utf-8")
        is_test = module is None or file.stem.endswith("_test")
        self.check_opening(file, code)
        for number, line in enumerate(code.splitlines(), start=1):
            included = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if included:
                self.check_include(file, number, module, is_test, included.group(2))
        for number, text in literals(code):
            if OFFSET.search(text):
                self.breach(file, number, "OFFSET: page by key instead")
            if is_test:
                continue
            if STATEMENT.match(text) and not file.stem.endswith("_sql") and module != "store":
                self.breach(file, number, "SQL belongs in a *_sql.cpp")
            self.check_tables(file, number, module, text)

    def check_opening(self, file, code):
        body = code.replace("#pragma once", "", 1).lstrip()
        # The source of a header says what it is for in that header.
        own_header = re.match(rf'#include "(\w+/)?{re.escape(file.stem)}\.h"', body)
        if not body.startswith(("//", "/*")) and not (own_header and file.suffix == ".cpp"):
            self.breach(file, 1, "opens without a comment that says what it is for")

    def check_include(self, file, number, module, is_test, header):
        for pattern, allowed in RESTRICTED:
            # What crosses modules (tests/, bench/) speaks HTTP and JSON, but never to a database.
            if not re.match(pattern, header) or (module is None and allowed != {"store"}):
                continue
            in_header = file.suffix == ".h" and "json" in pattern and module in JSON_IN_SOURCES_ONLY
            if module not in allowed or in_header:
                self.breach(file, number, f"<{header}> is for {', '.join(sorted(allowed))} alone"
                            + (", and only in a source" if in_header else ""))
        folder, _, name = header.partition("/")
        if folder == module or folder not in self.modules or not name:
            return
        # A fuzz target throws bytes at one reader, which may be a private one.
        if file.is_relative_to(self.root / "tests" / "fuzz"):
            return
        if name not in self.doors[folder]:
            self.breach(file, number, f"{header} is private to {folder}")
        if not is_test and folder not in self.modules[module]:
            self.breach(file, number, f"{module} does not name {folder} in its USES")

    def check_tables(self, file, number, module, text):
        for group in TABLES.findall(text):
            for name in (one.split()[0].lower() for one in group.split(",")):
                owner = self.owners.get(name, module)
                if owner == module or (module == "reporting" and name.startswith("report_")):
                    continue
                self.breach(file, number, f"'{name}' belongs to {owner}: call that module")

    def run(self):
        self.check_migrations()
        for module in self.modules:
            for file in sorted((self.root / "src" / module).glob("*.*")):
                if file.suffix in {".h", ".cpp"}:
                    self.check_source(file, module)
        for folder in ("tests", "bench"):
            for file in sorted((self.root / folder).rglob("*")):
                if file.suffix in {".h", ".cpp"}:
                    self.check_source(file, None)
        for folder in sorted((self.root / "src").iterdir()):
            if folder.is_dir() and folder.name not in self.modules:
                self.breach(folder, 1, "is not in the module list of CMakeLists.txt")
        return self.breaches


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = Checker(root.resolve()).run()
    print("\n".join(found) or "layers: no breach")
    sys.exit(1 if found else 0)
