INSERT INTO association_congress
    (id, organisation_id, kind, term_number, due_on, reported_on, opinion, opinion_on, held_on, convened, present, result, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
