INSERT INTO association_branch
    (id, name, place, member_count, recorded_at)
VALUES ($1, $2, $3, $4, $5)
