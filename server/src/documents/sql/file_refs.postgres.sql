SELECT f.id, f.name, f.media_type, f.size_bytes, f.sha256
FROM stored_file f
WHERE f.id IN (SELECT json_array_elements_text(CAST($1 AS JSON)))
