#!/usr/bin/env python3
"""Puts the contract, the Vietnamese words and the web client into the binary.

embed_assets.py OUT_DIR OPENAPI WORDS [WEB_DIST]

Writes OUT_DIR/assets.S (the bytes) and OUT_DIR/assets.cpp (the table). Text files are packed with gzip once, here.
"""
import gzip
import os
import re
import sys

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
}
PACKED = {".html", ".js", ".css", ".json", ".svg", ".webmanifest", ".txt"}
HASHED = re.compile(r"-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$")


def files_of(root):
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            yield "/" + os.path.relpath(path, root).replace(os.sep, "/"), path


def main():
    out, contract, words = sys.argv[1:4]
    dist = sys.argv[4] if len(sys.argv) > 4 else None
    os.makedirs(out, exist_ok=True)
    rows, blobs = [], [("contract", os.path.abspath(contract)), ("vietnamese", os.path.abspath(words))]
    for i, (url, path) in enumerate(files_of(dist) if dist else []):
        ending = os.path.splitext(url)[1]
        if ending not in TYPES:
            sys.exit(f"embed_assets.py: no media type for {url}")
        packed = ending in PACKED
        if packed:
            with open(path, "rb") as source:
                bytes_ = gzip.compress(source.read(), 9, mtime=0)
            path = os.path.join(out, f"asset{i}.gz")
            with open(path, "wb") as target:
                target.write(bytes_)
        blobs.append((f"asset{i}", os.path.abspath(path)))
        rows.append((url, f"asset{i}", TYPES[ending], packed, bool(HASHED.search(url))))
    with open(os.path.join(out, "assets.S"), "w") as s:
        s.write('.section .note.GNU-stack,"",%progbits\n.section .rodata\n')
        for name, path in blobs:
            s.write(f".global hoiquan_{name}\n.global hoiquan_{name}_end\nhoiquan_{name}:\n"
                    f'.incbin "{path}"\nhoiquan_{name}_end:\n.byte 0\n')
    with open(os.path.join(out, "assets.cpp"), "w") as c:
        c.write('#include "app/embedded.h"\n\n')
        for name, _ in blobs:
            c.write(f"extern \"C\" const char hoiquan_{name}[];\nextern \"C\" const char hoiquan_{name}_end[];\n")
        c.write("\nnamespace hoiquan::app {\n\nnamespace {\n"
                "std::string_view between(const char* begin, const char* end) {\n"
                "    return {begin, static_cast<std::size_t>(end - begin)};\n}\n}  // namespace\n\n"
                "std::string_view contract() { return between(hoiquan_contract, hoiquan_contract_end); }\n\n"
                "std::string_view vietnamese() { return between(hoiquan_vietnamese, hoiquan_vietnamese_end); }\n\n"
                "http::Assets web_assets() {\n    http::Assets assets;\n")
        for url, name, media_type, packed, hashed in rows:
            c.write(f'    assets["{url}"] = {{between(hoiquan_{name}, hoiquan_{name}_end), "{media_type}", '
                    f'{str(packed).lower()}, {str(hashed).lower()}}};\n')
        c.write("    return assets;\n}\n\n"
                "std::string_view version() { return HOIQUAN_VERSION; }\n\n}  // namespace hoiquan::app\n")


main()
