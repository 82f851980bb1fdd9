INSERT INTO setting (name, value, valid_from, recorded_from) VALUES ('installation.kind', '"demonstration"', $1, $2)
