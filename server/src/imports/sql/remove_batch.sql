DELETE FROM import_batch WHERE id = $1
