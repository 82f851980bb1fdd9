UPDATE import_row SET row_values = '{}' WHERE batch_id = $1
