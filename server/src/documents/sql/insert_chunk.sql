INSERT INTO stored_file_chunk (file_id, position, bytes) VALUES ($1, $2, $3)
