#!/usr/bin/env python3
"""Associations with known answers, for similar_bench: planted groups of similar nature among the others.

    similar_country.py VOCABULARY [--count 10000] [--groups 100] [--seed 1] > FILE.tsv

VOCABULARY is `tuning` or `aside` (set aside before the score was tuned: other subjects, other phrases, other charters).
Each line: id, name, purpose, field, served, activities, ids of units, names of units, planted group (0: none).
Most subjects are there in many places, once in each; a planted group is two to four of one place, or of two wards
beside each other, that differ as registers differ: renamed, abbreviated, without diacritics, with typing errors,
the charter in other words, or with names that share no word. Distractors: the same long charter with another
core, the same place and field with another subject, the same name in far provinces.
"""
import argparse
import random
import sys
import unicodedata

import similar_words as words


def bare(text):
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


class Maker:
    def __init__(self, vocabulary, seed):
        self.random = random.Random(seed)
        self.v = words.VOCABULARIES[vocabulary]
        self.topics = [self.topic(line) for line in self.v["topics"]]
        self.places = self.make_places()
        self.rows = []

    def topic(self, line):
        field, served, names, core, activities = ([p.strip() for p in part.split("|")] for part in line.split(";"))
        return {"field": field, "served": served, "names": names, "core": core, "activities": activities}

    def make_places(self):
        places = []
        for province in range(12):
            name = " ".join(self.random.sample(self.v["places"], 2))
            for ward in range(40):
                kind = self.random.choice(("Phường", "Xã"))
                ward_name = " ".join(self.random.sample(self.v["places"], 2)) if ward > 6 else str(ward + 1)
                kind = "Phường" if ward <= 6 else kind
                places.append(([f"u{province}-{ward}", f"p{province}"], [f"{kind} {ward_name}", f"Tỉnh {name}"]))
        return places

    def combined(self, number):
        """A subject of its own: nobody else has it."""
        what = self.v["objects"]
        a, b = what[number % len(what)], what[(number // len(what)) % len(what)]
        style = self.v["styles"][number // len(what) ** 2 % len(self.v["styles"])]
        both = f"{a} {b}" if a != b else a
        field, served, verb = style
        return {"objects": {a, b}, "field": [field], "served": [served], "names": [f"Câu lạc bộ {both}"],
                "core": [f"{verb} {a} gắn với {b}"], "activities": [f"sinh hoạt về {a}", f"trưng bày {b}", f"trao đổi {both}"]}

    def typo(self, text):
        at = self.random.randrange(1, max(2, len(text) - 2))
        kind = self.random.randrange(3)
        if kind == 0:
            return text[:at] + text[at + 1:]
        if kind == 1:
            return text[:at] + text[at] + text[at:]
        return text[:at] + text[at + 1:at + 2] + text[at] + text[at + 2:]

    def short(self, name):
        parts = name.split()
        if parts[0] in ("Hội", "Quỹ") and len(parts) > 2:
            letters = "".join(p[0].upper() for p in parts[1:] if p not in ("và", "của"))
            return self.random.choice((f"{parts[0]} {letters}", parts[0][0] + letters))
        if name.startswith("Câu lạc bộ"):
            return "CLB" + name[len("Câu lạc bộ"):]
        return name

    def written(self, name, place, how):
        unit = place[1][0]
        unit = unit[0].lower() + unit[1:]
        if how == "short":
            name = self.short(name)
        elif how == "typo":
            name = self.typo(name)
        full = self.random.choice((f"{name} {unit}", f"{name} {unit}", f"{name} {unit}", name))
        return bare(full) if how == "bare" else full.upper() if how == "upper" else full

    def charter(self, topic, place, core, frame):
        unit = place[1][0]
        unit = unit[0].lower() + unit[1:]
        text = self.v["charters"][frame].format(core=core, served=self.random.choice(topic["served"]), unit=unit)
        return text[0].upper() + text[1:]

    def row(self, topic, place, group=0, name=0, how="plain", core=None, frame=None, served=None):
        r = self.random
        core = r.choice(topic["core"]) if core is None else topic["core"][core % len(topic["core"])]
        frame = r.randrange(len(self.v["charters"])) if frame is None else frame
        purpose = self.charter(topic, place, core, frame)
        if how == "bare":
            purpose = bare(purpose)
        elif how == "typo":
            purpose = self.typo(self.typo(purpose))
        activities = r.sample(topic["activities"], min(len(topic["activities"]), r.choice((2, 3))))
        activities.append(r.choice(self.v["generic_activities"]))
        r.shuffle(activities)
        self.rows.append([self.written(topic["names"][name % len(topic["names"])], place, how), purpose,
                          r.choice(topic["field"]), r.choice(topic["served"]) if served is None else served,
                          "; ".join(activities), "|".join(place[0]), "|".join(place[1]), group])

    def neighbour(self, place):
        return self.random.choice([p for p in self.places if p[0][1] == place[0][1] and p is not place])

    def free_place(self, number, taken):
        """A subject of its own and a place where nobody deals with the same things."""
        topic = self.combined(number)
        while True:
            p = self.random.randrange(len(self.places))
            if not any((thing, p) in taken for thing in topic["objects"]):
                taken.update((thing, p) for thing in topic["objects"])
                return topic, self.places[p]

    def plant(self, groups, taken):
        """Kind of variation by turns; every third group has names without a common word."""
        for group in range(1, groups + 1):
            kind = group % 6
            if kind == 5:
                topic, place = self.free_place(100_000 + group * 37, taken)
            else:
                while True:
                    t, p = self.random.randrange(len(self.topics)), self.random.randrange(len(self.places))
                    if (t, p) not in taken:
                        break
                taken.add((t, p))
                topic, place = self.topics[t], self.places[p]
            size = self.random.choice((2, 2, 2, 3, 4))
            for i in range(size):
                how, name = "plain", 0
                if kind == 0:
                    how = ("plain", "short", "bare", "typo")[i]
                elif kind in (1, 3):
                    name = -1 if i == 1 else i // 2  # the last name shares no word with the first
                elif kind == 2:
                    name, how = i, ("plain", "upper", "short", "plain")[i]
                elif kind == 4:
                    how = ("bare", "plain", "typo", "short")[i]
                elif kind == 5:
                    how = ("plain", "typo", "bare", "upper")[i]
                core = None if kind not in (1, 3) else (0 if i < 2 else 1)
                self.row(topic, place, group, name, how, core)

    def fill(self, count, taken):
        serial = 0
        for t in range(len(self.topics)):  # the same name and charter far away
            for p in self.random.sample(range(len(self.places)), 4):
                if (t, p) not in taken:
                    taken.add((t, p))
                    self.row(self.topics[t], self.places[p], 0, 0, "plain", 0, 0)
        while len(self.rows) < count:
            if self.random.random() < 0.3:
                serial += 1
                self.row(*self.free_place(serial * 7, taken), frame=serial % 2)
                continue
            t, p = self.random.randrange(len(self.topics)), self.random.randrange(len(self.places))
            if (t, p) in taken:
                continue
            taken.add((t, p))
            how = self.random.choices(("plain", "bare", "typo", "short", "upper"), (80, 5, 5, 5, 5))[0]
            self.row(self.topics[t], self.places[p], name=self.random.choice((0, 0, 0, 1, 2)), how=how)

    def write(self):
        self.random.shuffle(self.rows)
        for number, row in enumerate(self.rows):
            print(f"a{number:05d}", *row, sep="\t")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vocabulary", choices=sorted(words.VOCABULARIES))
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--groups", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    maker, taken = Maker(options.vocabulary, options.seed), set()
    maker.plant(options.groups, taken)
    maker.fill(options.count, taken)
    maker.write()
