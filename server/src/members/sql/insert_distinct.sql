INSERT INTO member_distinct (first_id, second_id, decided_by, decided_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
