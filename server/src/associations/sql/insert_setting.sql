INSERT INTO association_setting (id, code, value, valid_from, basis, is_confirmed) VALUES ($1, $2, $3, $4, $5, $6)
