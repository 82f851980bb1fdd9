-- SQLite plans these statements by their indexes alone.
SELECT 1
