-- All that the body $1 has held, one row for each time.
SELECT r.id, r.version, h.organisation_id, h.valid_from, h.valid_to, r.name, r.place, r.member_count
FROM holding h
JOIN association_branch r ON r.id = h.record_id
WHERE h.organisation_id = $1 AND h.kind = 'branch' AND h.recorded_to = '9999-12-31T23:59:59.999999Z' AND r.removed_at IS NULL
ORDER BY r.name, r.id, h.valid_from
