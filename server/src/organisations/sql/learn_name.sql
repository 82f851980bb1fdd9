INSERT INTO learned_name (id, organisation_id, match_key, written, search_key, meant_id, learned_by, learned_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (organisation_id, match_key) DO UPDATE
SET written = excluded.written, search_key = excluded.search_key, meant_id = excluded.meant_id,
    learned_by = excluded.learned_by, learned_at = excluded.learned_at
WHERE learned_name.meant_id <> excluded.meant_id
