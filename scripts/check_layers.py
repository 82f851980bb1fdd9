#!/usr/bin/env python3
"""Refuses an #include that server/layers.txt does not list, a private header taken from outside its
folder, a path with "..", and a cycle in the list itself."""
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "server")
SRC = os.path.join(ROOT, "src")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def layers():
    table = {}
    with open(os.path.join(ROOT, "layers.txt"), encoding="utf-8") as f:
        for line in f:
            line = line.split("#")[0].strip()
            if line:
                folder, allowed = line.split(":")
                table[folder.strip()] = allowed.split()
    return table


def expand(table, folder):
    """The folders that `folder` may include; "platform" stands for all below it, * for everything."""
    out = {folder}
    for name in table[folder]:
        out |= {f for f in table if name == "*" or f == name or f.startswith(name + "/")}
    return out


def cycles(table):
    state, found = {}, []

    def visit(start):
        stack = [(start, iter(sorted(expand(table, start) - {start})))]
        state[start] = "open"
        while stack:
            folder, rest = stack[-1]
            for name in rest:
                if state.get(name) == "open":
                    found.append(f"layers.txt: circle through {folder} and {name}")
                elif name not in state:
                    state[name] = "open"
                    stack.append((name, iter(sorted(expand(table, name) - {name}))))
                    break
            else:
                state[folder] = "done"
                stack.pop()

    for folder in sorted(table):
        if folder not in ("app", "cli") and folder not in state:
            visit(folder)
    return found


def folder_of(table, path):
    fits = [f for f in table if path.startswith(f + "/")]
    return max(fits, key=len) if fits else None


def is_public(folder, path):
    name = folder.split("/")[-1]
    if folder in ("base", "app") or folder == "platform/config":
        return True
    rest = path[len(folder) + 1:]
    return rest in (name + ".h", "json.h", "testing.h", "json_reader.h") or rest.startswith("testing/")


def faults_of(table, path):
    with open(os.path.join(SRC, path), encoding="utf-8") as f:
        text = f.read()
    folder = folder_of(table, path)
    if folder is None:
        yield f"{path}: its folder is not in layers.txt"
        return
    allowed = expand(table, folder)
    for target in INCLUDE.findall(text):
        if ".." in target:
            yield f"{path}: includes {target}; start at server/src"
            continue
        to = folder_of(table, target)
        if to is None:
            yield f"{path}: includes {target}, which is in no layer"
        elif to not in allowed:
            yield f"{path}: {folder} may not include {to} ({target})"
        elif to != folder and not is_public(to, target):
            yield f"{path}: {target} is private to {to}"


def main():
    table = layers()
    faults = cycles(table)
    for here, _, names in os.walk(SRC):
        for name in sorted(names):
            if name.endswith((".h", ".cpp")):
                faults += faults_of(table, os.path.relpath(os.path.join(here, name), SRC))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
