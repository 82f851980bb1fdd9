-- All that the body $1 has held, one row for each time.
SELECT r.id, r.version, h.organisation_id, h.valid_from, h.valid_to, r.full_name, r.search_key, r.birth_year, r.post, r.term_number, r.congress_id, r.elected_by, r.is_full_time, r.is_retired, r.prior_opinion
FROM holding h
JOIN association_post r ON r.id = h.record_id
WHERE h.organisation_id = $1 AND h.kind = 'post' AND h.recorded_to = '9999-12-31T23:59:59.999999Z' AND r.removed_at IS NULL
ORDER BY h.valid_from DESC, r.full_name, r.id, h.valid_from
