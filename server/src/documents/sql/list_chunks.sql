SELECT bytes FROM stored_file_chunk WHERE file_id = $1 ORDER BY position
