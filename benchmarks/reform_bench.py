#!/usr/bin/env python3
"""The reform of administrative units of 1 July 2025, replayed and checked in full.

    reform_bench.py HOIQUAN UNITS_DIR [DATABASE_URL]

Imports the 10,794 units before and the 3,355 after in one run (bar: 20 s), compares both exports with
the files as sets of (code, full_name, level, parent_code), asks for the lineage of every code of the mapping,
old ones forward and new ones back, and undoes all of it: the state hash must be the one before.
Without DATABASE_URL on SQLite in a folder of its own; the database behind a URL has to be empty.
"""
import csv
import io
import os
import subprocess
import sys
import tempfile
import time

COLUMNS = ("code", "full_name", "level", "parent_code")


def main(program, units, url=None):
    with tempfile.TemporaryDirectory() as folder:
        place = ["--data", folder, *(["--database", url] if url else [])]

        def run(*words):
            done = subprocess.run([program, *words, *place], capture_output=True, text=True, encoding="utf-8")
            if done.returncode:
                sys.exit(f"{' '.join(words)}: {done.stderr.strip()}")
            return done.stdout

        def rows_of(name):
            with open(os.path.join(units, name), encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        def as_set(rows):
            return {tuple(row[column] for column in COLUMNS) for row in rows}

        def exported(date):
            return as_set(csv.DictReader(io.StringIO(run("organisations", "export", "--as-of", date, "--relation", "territory"))))

        run("migrate")
        hash_before = run("organisations", "state-hash").strip()
        began = time.monotonic()
        out = run("import", "admin-units", "--before", f"{units}/units_before_2025-07-01.csv", "--after", f"{units}/units_after_2025-07-01.csv",
                  "--mapping", f"{units}/mapping_commune.csv", "--mapping-provinces", f"{units}/mapping_province.csv",
                  "--effective", "2025-07-01", "--basis", "202/2025/QH15")
        seconds = time.monotonic() - began
        print(f"import: {seconds:.1f} s (bar 20)")
        event = out.split()[2].rstrip(",")
        faults = []
        for date, name in (("2025-06-30", "units_before_2025-07-01.csv"), ("2025-07-01", "units_after_2025-07-01.csv")):
            ours, theirs = exported(date), as_set(rows_of(name))
            print(f"export as of {date}: {len(ours)} units, {len(ours ^ theirs)} differ from {name}")
            if ours != theirs:
                faults.append(name)
        mapping = [(row["old_code"], row["new_code"], "toàn bộ" if row["share"] == "whole" else "một phần")
                   for row in rows_of("mapping_commune.csv")]
        for side, day, word in ((0, "2025-06-30", "thành"), (1, "2025-07-01", "từ")):
            codes = sorted({row[side] for row in mapping})
            answered = edges_of(run("organisations", "lineage", "--at", day, *codes), word, side)
            missing = set(mapping) - answered
            print(f"lineage {'back' if side else 'forward'}: {len(mapping) - len(missing)} of {len(mapping)} rows")
            if missing:
                faults.append("lineage")
        run("organisations", "undo", event, "--reason", "đo")
        same = run("organisations", "state-hash").strip() == hash_before
        print("undo: " + ("the state hash is the one before" if same else "ANOTHER state hash"))
        if faults or not same or seconds > 20:
            sys.exit("not reached: " + ", ".join(faults or ["undo" if not same else "time"]))


def edges_of(text, word, side):
    """(old code, new code, share) of the printed edges that begin with `word`."""
    edges, code = set(), ""
    for line in text.splitlines():
        cells = line.split("\t")
        if not line.startswith("  "):
            code = cells[0]
        elif cells[0].strip() == word:
            edges.add((cells[1], code, cells[3]) if side else (code, cells[1], cells[3]))
    return edges


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
