UPDATE import_row SET record_id = $1, record_version = $2 WHERE batch_id = $3 AND number = $4
