#!/usr/bin/env python3
"""Does the reader's confidence mean something?

    reader_calibration.py [--svg FILE] GOLD_DIR PRED_DIR [GOLD_DIR PRED_DIR ...]

GOLD_DIR holds NAME.gold.json, PRED_DIR the output of `hoiquan read --out`. Each value with a place is
right or wrong by the labels; printed are the share that is right for each band of confidence and for
each kind of value, and the two bars: of the values given at 0.9 or more at least 97 % right, and at
least 60 % of all values given so. Nothing is fitted to these papers; still both figures are also
counted with each issuer left out in turn, so that none of them carries the result. --svg draws the bands.
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


LABELLED = {"metadata", "citations", "recipients", "tasks"}
BANDS = ((0, .6), (.6, .7), (.7, .8), (.8, .85), (.85, .9), (.9, .95), (.95, 1.01))


def read_values(folders):
    """(paper, issuer, kind of value, confidence, right) of every labelled value."""
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
            issuer = fold(gold["metadata"].get("issuing_body") or stem)
            for pointer, (_, _, confidence) in read["places"].items():
                if pointer.split("/")[1] in LABELLED:
                    values.append((stem, issuer, kind_of(pointer), confidence, is_right(pointer, gold, read, pairs)))
    return values


def bars(values):
    """Of the values given at 0.9 or more: how many are right; how many of all they are."""
    sure = [v for v in values if v[3] >= .9]
    return sum(v[4] for v in sure) / max(1, len(sure)), len(sure) / max(1, len(values))


def write_svg(path, bands):
    """Said against right; the area of a mark is the number of values."""
    side, edge, most = 360, 48, max(len(some) for some in bands)
    at = lambda x, y: (edge + x * side, edge + (1 - y) * side)
    marks = []
    for some in bands:
        x, y = at(sum(v[3] for v in some) / len(some), sum(v[4] for v in some) / len(some))
        marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{4 + 14 * (len(some) / most) ** .5:.1f}" fill="#8c1d18" fill-opacity="0.7"/>')
    ticks = "".join(f'<text x="{at(v, 0)[0]:.0f}" y="{edge + side + 18}" text-anchor="middle">{v:.1f}</text>'
                    f'<text x="{edge - 8}" y="{at(0, v)[1] + 4:.0f}" text-anchor="end">{v:.1f}</text>' for v in (0, .2, .4, .6, .8, 1.0))
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    with open(path, "w", encoding="utf-8") as out:
        out.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 2 * edge} {side + 2 * edge}" font-family="sans-serif" font-size="12">'
                  f'<rect width="100%" height="100%" fill="#fff"/><rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#999"/>'
                  f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#999" stroke-dasharray="4 4"/>{ticks}{"".join(marks)}'
                  f'<text x="{edge + side / 2}" y="{edge + side + 38}" text-anchor="middle">confidence given</text>'
                  f'<text x="{edge}" y="{edge - 14}">share that is right</text></svg>\n')


def main(folders, svg=None):
    values = read_values(folders)
    if not values:
        sys.exit("no values")

    def line(label, some):
        right = sum(v[4] for v in some)
        mean = sum(v[3] for v in some) / len(some)
        print(f"{label:32} {len(some):5}  said {mean:.3f}  right {right / len(some):.3f}")

    bands = [(low, high, [v for v in values if low <= v[3] < high]) for low, high in BANDS]
    for low, high, some in bands:
        if some:
            line(f"{low:.2f} to {min(high, 1):.2f}", some)
    print()
    for kind in sorted({v[2] for v in values}):
        line(kind, [v for v in values if v[2] == kind])
    print()
    right, share = bars(values)
    print(f"at 0.9 or more: {right:.3f} right (bar 0.97), {share:.3f} of all (bar 0.60)")
    issuers = sorted({v[1] for v in values})
    without = [bars([v for v in values if v[1] != issuer]) for issuer in issuers]
    if len(issuers) > 1:
        print(f"with one of {len(issuers)} issuers left out: {min(r for r, _ in without):.3f} to {max(r for r, _ in without):.3f} right, "
              f"{min(s for _, s in without):.3f} to {max(s for _, s in without):.3f} of all")
    alone = sorted((bars([v for v in values if v[1] == issuer])[0], issuer) for issuer in issuers)
    print("weakest issuers: " + ", ".join(f"{issuer} {r:.2f}" for r, issuer in alone[:5]))
    if svg:
        write_svg(svg, [some for _, _, some in bands if some])


if __name__ == "__main__":
    args = sys.argv[1:]
    svg = args.pop(args.index("--svg") + 1) if "--svg" in args else None
    args = [arg for arg in args if arg != "--svg"]
    if len(args) < 2 or len(args) % 2:
        sys.exit(__doc__)
    main(args, svg)
