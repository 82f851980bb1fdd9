#!/usr/bin/env python3
"""Fills an SQLite database with bodies in every unit, associations and tasks, as they stood before the reform.

    country.py DATABASE [--communes N] [--tasks N] [--history]

DATABASE is hoiquan.sqlite of a data folder into which `hoiquan import admin-units` was run. Every unit of
30 June 2025 gets a Party committee, a people's committee and a Front; every commune ten associations
besides (100,000 in the whole country); tasks (a million by default) are led by them, three of ten done.
With --history every body is of 2006 and bore two other names before 2018.
"""
import argparse
import random
import sqlite3
import unicodedata
import uuid

ASSOCIATIONS = ("Hội Người cao tuổi", "Hội Chữ thập đỏ", "Hội Cựu thanh niên xung phong", "Hội Người mù", "Hội Khuyến học",
                "Hội Làm vườn", "Hội Nạn nhân chất độc da cam", "Hội Luật gia", "Hội Đông y", "Hội Sinh vật cảnh")
RECORDED = "2025-01-01T00:00:00.000000Z"
SINCE, DAY_BEFORE, OPEN = "2020-01-01", "2025-06-30", "9999-12-31"


def fold(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


class Country:
    def __init__(self, db, history=False):
        self.db, self.random, self.history = db, random.Random(7), history
        self.since = "2006-01-01" if history else SINCE
        self.rows = {"organisation": [], "state": [], "name": [], "relation": []}
        self.leads = []
        self.millisecond = 1_577_836_800_000

    def new_id(self):
        """UUIDv7 as the program makes them: in the order of time."""
        self.millisecond += 1
        return str(uuid.UUID(int=self.millisecond << 80 | 7 << 76 | self.random.getrandbits(12) << 64 | 2 << 62 | self.random.getrandbits(62)))

    def body(self, name, kind, level, unit, led_by):
        id_ = self.new_id()
        self.rows["organisation"].append((id_, RECORDED))
        self.rows["state"].append((self.new_id(), id_, kind, level, self.since, RECORDED))
        spans = [(name, SINCE, OPEN)]
        if self.history:
            spans = [(f"{name} (lâm thời)", "2006-01-01", "2012-01-01"), (f"{name} khóa trước", "2012-01-01", "2018-01-01"), (name, "2018-01-01", OPEN)]
        for called, since, until in spans:
            folded = fold(called)
            self.rows["name"].append((self.new_id(), id_, called, folded, called.lower(), folded, folded, since, until, RECORDED))
        for relation, to in (("located_in", unit), ("led_by", led_by)):
            if to:
                self.rows["relation"].append((self.new_id(), relation, id_, to, self.since, RECORDED))
        return id_

    def write(self):
        run = self.db.executemany
        run("INSERT INTO organisation (id, created_at) VALUES (?, ?)", self.rows["organisation"])
        run("INSERT INTO organisation_state (id, organisation_id, kind, level, valid_from, recorded_from) VALUES (?, ?, ?, ?, ?, ?)", self.rows["state"])
        run("INSERT INTO organisation_name (id, organisation_id, name, search_key, exact_key, match_key, sort_key, valid_from, valid_to, recorded_from) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self.rows["name"])
        run("INSERT INTO organisation_relation (id, kind, from_id, to_id, valid_from, recorded_from) VALUES (?, ?, ?, ?, ?, ?)", self.rows["relation"])

    def fill(self, communes):
        units = self.db.execute(
            "SELECT s.organisation_id, s.level, n.name, r.to_id FROM organisation_state s "
            "JOIN organisation_name n ON n.organisation_id = s.organisation_id AND n.valid_from <= ?1 AND n.valid_to > ?1 "
            "LEFT JOIN organisation_relation r ON r.from_id = s.organisation_id AND r.kind = 'part_of' AND r.valid_from <= ?1 AND r.valid_to > ?1 "
            "WHERE s.kind = 'territory' AND s.valid_from <= ?1 AND s.valid_to > ?1 ORDER BY s.code", (DAY_BEFORE,)).fetchall()
        committees = {}
        for level, prefix in (("province", "Tỉnh ủy"), ("district", "Huyện ủy"), ("commune", "Đảng ủy")):
            for unit, of_level, name, parent in [u for u in units if u[1] == level][:communes if level == "commune" else None]:
                small = name[0].lower() + name[1:]
                committee = self.body(f"{prefix} {small}", "party_committee", level, unit, committees.get(parent))
                committees[unit] = committee
                self.leads.append(self.body(f"Ủy ban nhân dân {small}", "peoples_committee", level, unit, committee))
                self.leads.append(self.body(f"Ủy ban Mặt trận Tổ quốc Việt Nam {small}", "fatherland_front", level, unit, committee))
                if level == "commune":
                    self.leads += [self.body(f"{which} {small}", "mass_association", level, unit, committee) for which in ASSOCIATIONS]
        self.write()
        return next(iter(committees.values()))

    def give_tasks(self, count, office):
        document = self.new_id()
        self.db.execute("INSERT INTO document (id, organisation_id, direction, document_type, number, symbol, subject, issue_date, issue_date_precision, "
                        "status, search_key, exact_key, sort_key, created_at) VALUES (?, ?, 'outgoing', 'conclusion', '1', 'KL/TU', 'Củng cố tổ chức hội', "
                        "'2024-01-05', 'day', 'assigned', 'cung co', 'củng cố', 'cung co', ?)", (document, office, RECORDED))
        tasks, assignments = [], []
        for i in range(count):
            id_, done = self.new_id(), i % 10 < 3
            tasks.append((id_, office, document, i, "1", "Rà soát hội viên", "Rà soát hội viên", "fixed_date", f"202{4 + i % 3}-0{1 + i % 9}-15",
                          RECORDED if done else None, "2024-12-01" if done else None, "ra soat", RECORDED))
            assignments.append((self.new_id(), id_, "lead", self.leads[i % len(self.leads)], "2024-01-05", RECORDED))
        self.db.executemany("INSERT INTO task (id, organisation_id, document_id, position, section, title, text, deadline_kind, due_date, closed_at, "
                            "done_date, search_key, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", tasks)
        self.db.executemany("INSERT INTO task_assignment (id, task_id, role, organisation_id, valid_from, recorded_from) VALUES (?, ?, ?, ?, ?, ?)", assignments)


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("database")
    words.add_argument("--communes", type=int, default=None)
    words.add_argument("--tasks", type=int, default=1_000_000)
    words.add_argument("--history", action="store_true")
    asked = words.parse_args()
    db = sqlite3.connect(asked.database)
    db.execute("PRAGMA foreign_keys = ON")
    country = Country(db, asked.history)
    office = country.fill(asked.communes)
    country.give_tasks(asked.tasks, office)
    db.commit()
    db.execute("ANALYZE")
    db.commit()
    print(f"{len(country.rows['organisation'])} bodies, {asked.tasks} tasks")


main()
