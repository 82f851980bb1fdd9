UPDATE association_branch SET
    name = $1, place = $2, member_count = $3,
    version = version + 1
WHERE id = $4 AND version = $5 AND removed_at IS NULL
