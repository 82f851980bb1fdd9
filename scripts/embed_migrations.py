#!/usr/bin/env python3
"""Makes one C++ file that holds every migration of server/migrations.

embed_migrations.py FOLDER OUTPUT
What follows is not read; the build puts there what must make the file anew when it changes.

A step is a pair: 0007_tasks_due_date.sqlite.sql and 0007_tasks_due_date.postgres.sql. They run in
the order of their numbers. The checksum covers the bytes of the file, comments included.
"""
import hashlib
import re
import sys
from pathlib import Path

NAME = re.compile(r"(\d{4})_([a-z0-9_]+)\.(sqlite|postgres)\.sql")
ENGINES = ("sqlite", "postgres")
# Above this a compiler need not accept a string literal.
MAX_BYTES = 65_000


class Wrong(Exception):
    pass


def read_steps(folder):
    """version -> (name, {engine: text}), rising"""
    steps = {}
    for path in sorted(folder.glob("*.sql")):
        match = NAME.fullmatch(path.name)
        if not match:
            raise Wrong(f"{path}: must be named NNNN_name.sqlite.sql or NNNN_name.postgres.sql")
        version, name, engine = int(match.group(1)), match.group(2), match.group(3)
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES or b')sql"' in raw:
            raise Wrong(f"{path}: longer than {MAX_BYTES} bytes or holds the end mark of a raw string")
        known, texts = steps.setdefault(version, (name, {}))
        if known != name:
            raise Wrong(f"{path}: step {version} is also called {known}")
        texts[engine] = raw.decode("utf-8")
    for version, (name, texts) in steps.items():
        for engine in ENGINES:
            if engine not in texts:
                raise Wrong(f"{folder}/{version:04}_{name}.{engine}.sql is missing")
    return dict(sorted(steps.items()))


def checksum(text):
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).hexdigest()


def render(steps):
    lines = [
        "// Made by scripts/embed_migrations.py from server/migrations.",
        "",
        '#include "platform/db/migrations.h"',
        "",
        "namespace hoiquan::db {",
        "",
        "std::vector<Migration> embedded_migrations() {",
        "    return {",
    ]
    for version, (name, texts) in steps.items():
        parts = [f'MigrationText{{"{checksum(texts[e])}", R"sql({texts[e]})sql"}}' for e in ENGINES]
        lines.append(f'        Migration{{{version}, "{name}", {", ".join(parts)}}},')
    lines += ["    };", "}", "", "}  // namespace hoiquan::db", ""]
    return "\n".join(lines)


def main():
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        text = render(read_steps(folder))
    except Wrong as wrong:
        sys.exit(f"embed_migrations: {wrong}")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
