SELECT r.id, r.version, r.organisation_id, r.recorded_at, r.removed_at, r.number, r.adopted_on, r.approved_on, r.approved_by, r.document, r.purpose, r.term_years, r.board_seats
FROM association_charter r
WHERE r.organisation_id = $1 AND r.removed_at IS NULL
ORDER BY r.number DESC, r.id
