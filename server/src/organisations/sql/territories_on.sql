-- $1 as of, $2 known at.
SELECT s.organisation_id
FROM organisation_state s
WHERE s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_from <= $2 AND s.recorded_to > $2
    AND s.kind IN (SELECT k.code FROM organisation_kind k WHERE k.is_territory = 1)
