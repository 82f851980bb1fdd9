SELECT r.name FROM association_asset r WHERE r.id IN (SELECT value FROM json_each($1)) ORDER BY r.name, r.id
