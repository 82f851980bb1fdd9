-- SQLite sets its own with PRAGMA; this only keeps the pair complete.
SELECT $1
