#!/usr/bin/env python3
"""Runs clang-tidy over the project's sources, two at a time, and only over what changed.

    tidy.py [--build FOLDER] [FILE...]

The verdict on a source is remembered in build/tidy-cache under a digest of everything it came from:
the source, every header of ours that it reaches, its compiler flags, .clang-tidy and this program.
Only a clean verdict is remembered. The flags are those of FOLDER/compile_commands.json (build/dev),
less the ones that clang does not know.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = ROOT / "build" / "tidy-cache"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
# g++ alone knows these; sanitizers and hardening change nothing that tidy looks at.
GCC_ONLY = re.compile(r"-(fsanitize|fno-sanitize|fstack|fcf-protection|fpch|Wno-restrict|"
                      r"Wno-maybe-uninitialized|Wno-dangling-pointer|Winvalid-pch|Werror|g\d?$|O)")


def flags_of(entry):
    """The entry's arguments for clang: no compiler, precompiled header, outputs or source."""
    words = shlex.split(entry["command"]) if "command" in entry else list(entry["arguments"])
    kept, skip = [], False
    for number, word in enumerate(words):
        if skip:
            skip = False
        elif word in {"-o", "-MF", "-MT", "-MQ", "-include", "-c"}:
            skip = word != "-c"
        elif word.startswith(("-I", "-D", "-isystem", "-std", "-W", "-f", "-m", "-p")):
            if word == "-isystem":
                kept += [word, words[number + 1]]
                skip = True
            elif not GCC_ONLY.match(word) and not word.endswith(".gch"):
                kept.append(word)
    return kept


def headers_of(source, seen):
    """Every file of ours that `source` reaches by an include in quotes, itself first."""
    if source in seen:
        return
    seen.add(source)
    for name in INCLUDE.findall(source.read_text(encoding="utf-8")):
        for folder in (source.parent, ROOT / "src", ROOT / "tests" / "support"):
            if (folder / name).is_file():
                headers_of((folder / name).resolve(), seen)
                break


def digest_of(source, flags):
    seen = set()
    headers_of(source, seen)
    digest = hashlib.sha256(" ".join(flags).encode())
    for file in sorted(seen) + [ROOT / ".clang-tidy", pathlib.Path(__file__)]:
        digest.update(f"{file}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def tidy(source, flags, folder):
    remembered = CACHE / digest_of(source, flags)
    name = source.relative_to(ROOT)
    if remembered.exists():
        return name, True, ""
    done = subprocess.run(
        ["clang-tidy-14", "--quiet", str(source), "--", *flags, "-Wno-unknown-warning-option",
         "-Wno-unused-command-line-argument"],
        cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        remembered.touch()
    return name, done.returncode == 0, done.stdout + done.stderr


def sources_in(build):
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    for entry in commands:
        source = pathlib.Path(entry["directory"], entry["file"]).resolve()
        ours = source.is_relative_to(ROOT) and not source.is_relative_to(ROOT / "build")
        if ours and source.suffix == ".cpp":
            yield source, flags_of(entry), entry["directory"]


def main():
    parser = argparse.ArgumentParser(description="clang-tidy over what changed")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "dev")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    asked = parser.parse_args()
    wanted = {file.resolve() for file in asked.files}
    work = {source: (flags, folder) for source, flags, folder in sources_in(asked.build)
            if not wanted or source in wanted}
    if not work:
        sys.exit("tidy: no source to look at")
    CACHE.mkdir(parents=True, exist_ok=True)

    faults = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for name, clean, said in pool.map(lambda one: tidy(one[0], *one[1]), sorted(work.items())):
            if not clean:
                faults += 1
                print(f"tidy: {name}\n{said}")
    print(f"tidy: {len(work)} sources, {faults} with faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
