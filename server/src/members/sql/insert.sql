INSERT INTO member (id, full_name, search_key, sort_key, birth_year, joined_on, joined_precision, left_on, left_precision, left_reason,
    branch, branch_key, kind, identity_hash, identity_cipher, identity_tail, recorded_from, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
