"""The module list of CMakeLists.txt, for the tools that hold the code to it or draw it."""

import pathlib
import re


def read_modules(root):
    """Each module with the set of modules that it names, lowest first."""
    text = (pathlib.Path(root) / "CMakeLists.txt").read_text(encoding="utf-8")
    text = re.sub(r"#.*", "", text)
    listed = re.findall(r"waymark_module\(\s*(\w+)(?:\s+USES\s+([^)]*))?\)", text)
    return {name: set(uses.split()) for name, uses in listed}


def doors_of(root, module):
    """<module>.h and the headers that the module's README names in backticks."""
    readme = pathlib.Path(root) / "src" / module / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    named = re.findall(r"`([\w/]+\.h)`", text)
    return {f"{module}.h"} | {name.rsplit("/", 1)[-1] for name in named}
