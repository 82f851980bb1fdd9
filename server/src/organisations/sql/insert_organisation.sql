INSERT INTO organisation (id, created_at) VALUES ($1, $2)
