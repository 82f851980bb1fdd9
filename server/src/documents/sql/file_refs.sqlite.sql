SELECT f.id, f.name, f.media_type, f.size_bytes, f.sha256
FROM stored_file f
WHERE f.id IN (SELECT value FROM json_each($1))
