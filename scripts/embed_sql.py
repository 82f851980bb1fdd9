#!/usr/bin/env python3
"""Makes <module>/sql.h, one constant for each statement, from server/src/<module>/sql/*.sql.

embed_sql.py SOURCE_ROOT MODULE HEADER        for instance: embed_sql.py server/src tasks build/tasks/sql.h
What follows is not read; the build puts there what must make the file anew when it changes.

name.sql                                      one text for both engines
name.sqlite.sql and name.postgres.sql         where they differ; always both
a line `@include organisations/scope`         pastes server/src/organisations/sql/scope.inc
"""
import re
import sys
from pathlib import Path

CPP_WORDS = set(
    "all and asm auto bool break case catch char class const continue default delete do double else enum explicit "
    "export extern false float for friend goto if inline int long mutable namespace new not operator or private "
    "protected public register requires return short signed sizeof static struct switch template this throw true try "
    "typedef typeid typename union unsigned using virtual void volatile while xor".split()
)
TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\$\d+", re.DOTALL)
INCLUDE = re.compile(r"^\s*@include\s+([a-z_/]+)\s*$")


class Wrong(Exception):
    pass


def expand(path, root, open_files=()):
    """The text of a file with its includes pasted."""
    if path in open_files:
        raise Wrong(f"{path}: includes itself")
    lines = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            if "@include" in line:
                raise Wrong(f"{path}:{number}: '@include module/name' stands alone on its line")
            lines.append(line)
            continue
        folder, _, name = found.group(1).rpartition("/")
        included = root / folder / "sql" / f"{name}.inc"
        if not included.is_file():
            raise Wrong(f"{path}:{number}: {included} is not there")
        lines.append(expand(included, root, open_files + (path,)))
    return "\n".join(lines)


def without_comments(text):
    kept = TOKEN.sub(lambda m: " " if m.group().startswith(("--", "/*")) else m.group(), text)
    lines = [line.rstrip() for line in kept.splitlines()]
    return "\n".join(line for line in lines if line.strip())


def check(path, text):
    """SQLite numbers $k by first appearance; so that must be 1, 2, 3 …"""
    if not text.strip():
        raise Wrong(f"{path}: is empty")
    if ')sql"' in text:
        raise Wrong(f"{path}: holds the end mark of a raw string")
    seen = []
    for token in TOKEN.findall(text):
        if token.startswith("$") and token not in seen:
            seen.append(token)
    wanted = [f"${k}" for k in range(1, len(seen) + 1)]
    if seen != wanted:
        raise Wrong(f"{path}: placeholders first appear as {' '.join(seen)}; they must as {' '.join(wanted)}")


def read_statements(root, module):
    """name -> {engine: text}"""
    found = {}
    for path in sorted((root / module / "sql").glob("*.sql")):
        name, _, engine = path.name[: -len(".sql")].partition(".")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or name in CPP_WORDS:
            raise Wrong(f"{path}: '{name}' cannot be the name of a constant")
        if engine not in ("", "sqlite", "postgres"):
            raise Wrong(f"{path}: the engine is sqlite or postgres, not '{engine}'")
        text = without_comments(expand(path, root))
        check(path, text)
        texts = found.setdefault(name, {})
        for one in [engine] if engine else ["sqlite", "postgres"]:
            if one in texts:
                raise Wrong(f"{path}: {name} has two texts for {one}")
            texts[one] = text
    for name, texts in found.items():
        for engine in ("sqlite", "postgres"):
            if engine not in texts:
                raise Wrong(f"{root / module}/sql/{name}.{engine}.sql is missing")
    return found


def render(module, statements):
    namespace = module.rpartition("/")[2]
    lines = [
        "#pragma once",
        "",
        f"// Made by scripts/embed_sql.py from {module}/sql/*.sql.",
        "",
        "#include <array>",
        "",
        '#include "platform/db/db.h"',
        "",
        f"namespace hoiquan::{namespace}::sql {{",
        "",
    ]
    for name, texts in statements.items():
        same = texts["sqlite"] == texts["postgres"]
        lines.append(f"inline constexpr std::string_view {name}_sqlite_text = R\"sql({texts['sqlite']})sql\";")
        if not same:
            lines.append(f"inline constexpr std::string_view {name}_postgres_text = R\"sql({texts['postgres']})sql\";")
        postgres = f"{name}_{'sqlite' if same else 'postgres'}_text"
        lines.append(f'inline constexpr db::Statement {name}{{"{module}/{name}", {name}_sqlite_text, {postgres}}};')
        lines.append("")
    lines.append("/// Every statement of the module, so that a test can prepare them all.")
    pointers = ", ".join(f"&{name}" for name in statements)
    lines.append(f"inline constexpr std::array<const db::Statement*, {len(statements)}> all{{{pointers}}};")
    lines += ["", f"}}  // namespace hoiquan::{namespace}::sql", ""]
    return "\n".join(lines)


def main():
    root, module, header = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    try:
        text = render(module, read_statements(root, module))
    except Wrong as wrong:
        sys.exit(f"embed_sql: {wrong}")
    header.parent.mkdir(parents=True, exist_ok=True)
    header.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
