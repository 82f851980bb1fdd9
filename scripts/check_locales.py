#!/usr/bin/env python3
"""Every key stands in every locale with the same placeholders; every key that the server or the web client uses exists."""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# A key as the code writes it: "area.words_with_underscores", inside quotes.
KEY = re.compile(r'''["'`]((?:%s)\.[a-z0-9_]+(?:\.[a-z0-9_]+)*)["'`]''')
# Look like keys but nobody reads them on a page: settings of the table `setting`, events of the log.
NOT_TEXTS = re.compile(r"^tasks\.(due_soon|yellow|deep_red)_days(_urgent)?$")
LOG_EVENT = re.compile(r'''\blog_(?:info|warning|error)\(\s*"[^"]*"''')


def read(name):
    with open(os.path.join(ROOT, "web/locales", name), encoding="utf-8") as f:
        return json.load(f)


def main():
    vi, en = read("vi.json"), read("en.json")
    faults = []
    for key in sorted(set(vi) | set(en)):
        if key not in en:
            faults.append(f"en.json lacks {key}")
        elif key not in vi:
            faults.append(f"vi.json lacks {key}")
        elif set(PLACEHOLDER.findall(vi[key])) != set(PLACEHOLDER.findall(en[key])):
            faults.append(f"{key}: placeholders differ")
    areas = "|".join(sorted({key.split(".")[0] for key in vi} | {"field", "http", "auth", "db"}))
    pattern = re.compile(KEY.pattern % areas)
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "server/src", "web/src"], cwd=ROOT, check=True,
                           capture_output=True, text=True).stdout.split("\n")
    for name in filter(None, names):
        if not re.search(r"\.(cpp|h|ts|svelte)$", name) or re.search(r"_test\.(cpp|h)$|\.test\.ts$|^server/src/cli/", name):
            continue
        path = os.path.join(ROOT, name)
        if not os.path.isfile(path):
            continue
        with open(path, encoding="utf-8") as f:
            for key in sorted(set(pattern.findall(LOG_EVENT.sub("", f.read())))):
                # "associations.flag_" in the code is the beginning of keys that are put together.
                if key.endswith("_") and any(known.startswith(key) for known in vi):
                    continue
                if key not in vi and not NOT_TEXTS.match(key) and not re.search(r"\.(h|cpp|json|sql|key|sqlite|log|svelte|ts|doc|docx|xlsx|pdf|html)$", key):
                    faults.append(f"{name}: key {key} is in no locale")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
