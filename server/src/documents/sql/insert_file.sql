INSERT INTO stored_file (id, organisation_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
