#!/usr/bin/env python3
"""The project's own small rules, each with its reason. Prints every breach."""
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
MAX_LINES = 500

# (files, pattern, reason)
RULES = [
    (r"^server/src/.*\.(cpp|h)$", r"\b(std::)?(stod|stof|strtod|atof|strftime|setlocale|tolower|toupper|isalpha|isspace)\s*\(",
     "depends on the locale; use base/text.h, base/dates.h or from_chars"),
    (r"^server/src/.*\.(cpp|h)$", r"(?<![\w.:>])(std::)?(system|popen)\s*\(", "runs a shell; use platform/extract"),
    (r"^server/src/(?!platform/).*/(service|store|policy)[a-z_]*\.(cpp|h)$", r"\bdb::Database\b",
     "only an edge (route, command, job) opens a transaction"),
    (r"^server/src/.*/service[a-z_]*\.cpp$", r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b", "SQL lives in sql/*.sql"),
    (r"^server/src/.*\.(cpp|h)$", r"\b(steady_clock|system_clock)::now\b",
     "only the edge asks the clock"),
    (r"^(server|web/src|scripts|tests|docs|README).*", r"\b(TODO|FIXME|XXX)\b(?!\(#\d+\))", "open end without an issue number"),
    (r"^web/src/.*\.(ts|svelte)$", r"\bconsole\.(log|debug)\b", "no traces in the product"),
    (r"^(?!tests/).*package-lock\.json$", r'"resolved"', "no host of a package registry in the repository"),
]
CLOCK_EDGES = re.compile(r"^server/src/(platform|app|cli)/|_test\.cpp$|^scripts/check_rules\.py$")


def main():
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True,
                           text=True).stdout.split("\n")
    faults = []
    for name in filter(None, names):
        path = os.path.join(ROOT, name)
        if not os.path.isfile(path) or name == "scripts/check_rules.py":
            continue
        if not re.search(r"\.(cpp|h|ts|svelte|py|md|sql|json|yaml|sh)$|^scripts/|^README", name):
            continue
        with open(path, encoding="utf-8", errors="replace") as f:
            text = f.read()
        if re.search(r"^(server/src|web/src)/.*\.(cpp|h|ts|svelte)$", name) and text.count("\n") > MAX_LINES:
            faults.append(f"{name}: {text.count(chr(10))} lines; split it by what it is about (at most {MAX_LINES})")
        for files, pattern, reason in RULES:
            if not re.search(files, name) or ("clock" in reason and CLOCK_EDGES.search(name)):
                continue
            for match in re.finditer(pattern, text):
                line = text.count("\n", 0, match.start()) + 1
                faults.append(f"{name}:{line}: {match.group(0).strip()}: {reason}")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
