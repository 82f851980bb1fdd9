SELECT r.name FROM association_branch r WHERE r.id IN (SELECT json_array_elements_text(CAST($1 AS JSON))) ORDER BY r.name, r.id
