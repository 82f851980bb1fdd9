UPDATE import_batch SET state = 'confirmed', confirmed_by = $1, confirmed_at = $2, version = version + 1 WHERE id = $3
