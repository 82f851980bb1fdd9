UPDATE member
SET full_name = $1, search_key = $2, sort_key = $3, birth_year = $4, joined_on = $5, joined_precision = $6, left_on = $7,
    left_precision = $8, left_reason = $9, branch = $10, branch_key = $11, kind = $12, identity_hash = $13, identity_cipher = $14,
    identity_tail = $15, changed_at = $16, version = version + 1
WHERE id = $17 AND version = $18
