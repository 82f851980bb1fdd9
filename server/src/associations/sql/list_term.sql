SELECT r.id, r.version, r.organisation_id, r.recorded_at, r.removed_at, r.number, r.begins_on, r.ends_on, r.board_seats
FROM association_term r
WHERE r.organisation_id = $1 AND r.removed_at IS NULL
ORDER BY r.begins_on DESC, r.id
