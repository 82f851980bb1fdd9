INSERT INTO event_proposal (id, organisation_id, document_id, basis_text, code, clause, from_json, into_json, effective_date,
    created_at, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
