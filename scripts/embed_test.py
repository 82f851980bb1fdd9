#!/usr/bin/env python3
"""Tests of embed_sql.py and embed_migrations.py."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import embed_migrations  # noqa: E402
import embed_sql  # noqa: E402


class Folder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = Path(temporary.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def refused(self, part, module="tasks"):
        with self.assertRaisesRegex(embed_sql.Wrong, part):
            embed_sql.read_statements(self.root, module)


class EmbedSql(Folder):
    def test_one_text_serves_both_engines_and_loses_its_comments(self):
        self.write("tasks/sql/find.sql", "-- $9 is no placeholder\nSELECT '--' /* $2 */ FROM task\nWHERE id = $1 -- end\n")
        found = embed_sql.read_statements(self.root, "tasks")
        self.assertEqual(found["find"]["sqlite"], "SELECT '--'   FROM task\nWHERE id = $1")
        self.assertEqual(found["find"]["sqlite"], found["find"]["postgres"])

    def test_a_pair_is_complete_or_refused(self):
        self.write("tasks/sql/search.sqlite.sql", "SELECT 1")
        self.refused("search.postgres.sql is missing")
        self.write("tasks/sql/search.postgres.sql", "SELECT 2")
        self.assertEqual(embed_sql.read_statements(self.root, "tasks")["search"], {"sqlite": "SELECT 1", "postgres": "SELECT 2"})
        self.write("tasks/sql/search.sql", "SELECT 3")
        self.refused("two texts")

    def test_placeholders_first_appear_in_rising_order(self):
        self.write("tasks/sql/find.sql", "SELECT $1, $2, $1, '$7'")
        embed_sql.read_statements(self.root, "tasks")
        for wrong in ("SELECT $2, $1", "SELECT $2", "SELECT $1, $3"):
            self.write("tasks/sql/find.sql", wrong)
            self.refused("placeholders first appear")

    def test_includes_are_pasted_and_never_run_in_circles(self):
        self.write("organisations/sql/scope.inc", "scope AS (SELECT $1)")
        self.write("tasks/sql/find.sql", "WITH\n@include organisations/scope\nSELECT 1")
        self.assertEqual(embed_sql.read_statements(self.root, "tasks")["find"]["sqlite"], "WITH\nscope AS (SELECT $1)\nSELECT 1")
        self.write("organisations/sql/scope.inc", "@include organisations/scope")
        self.refused("includes itself")
        self.write("tasks/sql/find.sql", "@include organisations/nothing")
        self.refused("is not there")
        self.write("tasks/sql/find.sql", "SELECT @include organisations/scope")
        self.refused("alone on its line")

    def test_names_are_names_of_constants(self):
        for name in ("delete", "all", "Find", "find.oracle"):
            self.write(f"tasks/sql/{name}.sql", "SELECT 1")
            self.refused("cannot be the name|engine is")
            (self.root / f"tasks/sql/{name}.sql").unlink()

    def test_the_header_lists_every_statement(self):
        self.write("platform/jobs/sql/claim.sql", "SELECT 1")
        header = embed_sql.render("platform/jobs", embed_sql.read_statements(self.root, "platform/jobs"))
        self.assertIn("namespace hoiquan::jobs::sql {", header)
        self.assertIn('claim{"platform/jobs/claim", claim_sqlite_text, claim_sqlite_text}', header)
        self.assertIn("std::array<const db::Statement*, 1> all{&claim}", header)


class EmbedMigrations(Folder):
    def read(self):
        return embed_migrations.read_steps(self.root)

    def test_pairs_in_the_order_of_their_numbers(self):
        for name in ("0010_b", "0002_a"):
            self.write(f"{name}.sqlite.sql", "SELECT 1;")
            self.write(f"{name}.postgres.sql", "SELECT 2;")
        self.assertEqual([(v, n) for v, (n, _) in self.read().items()], [(2, "a"), (10, "b")])
        self.assertNotEqual(embed_migrations.checksum("SELECT 1;"), embed_migrations.checksum("SELECT 1; "))

    def test_half_a_pair_a_double_number_and_a_stray_file_are_refused(self):
        self.write("0001_a.sqlite.sql", "SELECT 1;")
        self.assertRaisesRegex(embed_migrations.Wrong, "0001_a.postgres.sql is missing", self.read)
        self.write("0001_b.postgres.sql", "SELECT 1;")
        self.assertRaisesRegex(embed_migrations.Wrong, "also called", self.read)
        self.write("0001.sql", "SELECT 1;")
        self.assertRaisesRegex(embed_migrations.Wrong, "must be named", self.read)

    def test_no_migrations_make_an_empty_list(self):
        self.assertIn("return {\n    };", embed_migrations.render(self.read()))


if __name__ == "__main__":
    unittest.main()
