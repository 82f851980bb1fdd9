SELECT r.name FROM association_branch r WHERE r.id IN (SELECT value FROM json_each($1)) ORDER BY r.name, r.id
