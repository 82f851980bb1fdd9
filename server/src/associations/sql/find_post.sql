-- With who holds it now, or held it last.
SELECT r.id, r.version, h.organisation_id, h.valid_from, h.valid_to, r.full_name, r.search_key, r.birth_year, r.post, r.term_number, r.congress_id, r.elected_by, r.is_full_time, r.is_retired, r.prior_opinion
FROM association_post r
JOIN holding h ON h.record_id = r.id AND h.kind = 'post' AND h.recorded_to = '9999-12-31T23:59:59.999999Z'
WHERE r.id = $1 AND r.removed_at IS NULL
ORDER BY h.valid_from DESC
