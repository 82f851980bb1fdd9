#!/usr/bin/env python3
"""Does the reader's confidence mean something?

    reader_calibration.py GOLD_DIR PRED_DIR [GOLD_DIR PRED_DIR ...]

GOLD_DIR holds NAME.gold.json, PRED_DIR the output of `hoiquan read --out`. Each value with a place is
right or wrong by the labels; printed are the share that is right for each band of confidence and for
each kind of value, and the two bars: of the values given at 0.9 or more at least 97 % right, and at
least 60 % of all values given so. Papers are counted one by one as well, so that a single issuer on
which the reader is weak shows.
"""
import collections
import json
import os
import re
import sys
import unicodedata


def fold(value):
    text = unicodedata.normalize("NFC", str(value)).casefold()
    return " ".join(text.split()).strip(" .,;:*-–—_\"'“”‘’")


def words(value):
    return collections.Counter(re.findall(r"\w+", fold(value)))


def alike(a, b):
    x, y = words(a), words(b)
    both = sum((x & y).values())
    return 2 * both / (sum(x.values()) + sum(y.values())) if x and y else 0.0


def task_pairs(gold, read):
    """Index of the labelled task for each task that was read."""
    pairs, used = {}, set()
    for i, task in enumerate(read):
        best = max(((alike(task["text"], g["text"]), k) for k, g in enumerate(gold) if k not in used),
                   default=(0, None))
        if best[0] >= 0.75:
            pairs[i] = best[1]
            used.add(best[1])
    return pairs


def is_right(pointer, gold, read, pairs):
    parts = pointer.strip("/").split("/")
    if parts[0] == "metadata":
        return fold(gold["metadata"].get(parts[1])) == fold(read["metadata"][parts[1]])
    if parts[0] == "recipients":
        return fold(read["recipients"][int(parts[1])]["text"]) in {fold(r["text"]) for r in gold["recipients"]}
    if parts[0] == "citations":
        return read["citations"][int(parts[1])]["number_symbol"] in {c["number_symbol"] for c in gold["citations"]}
    index = int(parts[1])
    if index not in pairs:
        return False
    task, label = read["tasks"][index], gold["tasks"][pairs[index]]
    if len(parts) == 2 or parts[2] == "text":
        return True
    if parts[2] in ("lead", "cooperating"):
        name = words(task[parts[2]][int(parts[3])])
        labelled = words(" ".join(label[parts[2]]))
        return not name - labelled and (len(task[parts[2]]) > 1 or alike(task[parts[2]][0], " ".join(label[parts[2]])) >= 0.8)
    return fold(task[parts[2]]) == fold(label[parts[2]]) or (
        parts[2] == "deadline" and alike(task["deadline"], label["deadline"] or "") >= 0.5)


def kind_of(pointer):
    parts = pointer.strip("/").split("/")
    return parts[0] + ("." + parts[1] if parts[0] == "metadata" else "." + parts[2] if len(parts) > 2 else "")


def main(folders):
    values = []
    for gold_dir, read_dir in zip(folders[::2], folders[1::2]):
        for name in sorted(os.listdir(gold_dir)):
            if not name.endswith(".gold.json"):
                continue
            stem = name[:-len(".gold.json")]
            with open(os.path.join(gold_dir, name), encoding="utf-8") as file:
                gold = json.load(file)
            with open(os.path.join(read_dir, stem + ".json"), encoding="utf-8") as file:
                read = json.load(file)
            pairs = task_pairs(gold["tasks"], read["tasks"])
            for pointer, (_, _, confidence) in read["places"].items():
                values.append((stem, kind_of(pointer), confidence, is_right(pointer, gold, read, pairs)))
    if not values:
        sys.exit("no values")

    def line(label, some):
        right = sum(v[3] for v in some)
        mean = sum(v[2] for v in some) / len(some)
        print(f"{label:32} {len(some):5}  said {mean:.3f}  right {right / len(some):.3f}")

    for low, high in ((0, .6), (.6, .7), (.7, .8), (.8, .85), (.85, .9), (.9, .95), (.95, 1.01)):
        some = [v for v in values if low <= v[2] < high]
        if some:
            line(f"{low:.2f} to {min(high, 1):.2f}", some)
    print()
    for kind in sorted({v[1] for v in values}):
        line(kind, [v for v in values if v[1] == kind])
    print()
    sure = [v for v in values if v[2] >= .9]
    right = sum(v[3] for v in sure) / max(1, len(sure))
    print(f"at 0.9 or more: {right:.3f} right (bar 0.97), {len(sure) / len(values):.3f} of all (bar 0.60)")
    worst = sorted((sum(v[3] for v in sure if v[0] == s) / max(1, sum(v[0] == s for v in sure)), s)
                   for s in {v[0] for v in sure})
    print("weakest papers: " + ", ".join(f"{s} {r:.2f}" for r, s in worst[:5]))


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    main(sys.argv[1:])
