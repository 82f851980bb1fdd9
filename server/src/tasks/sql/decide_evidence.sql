UPDATE evidence
SET decision = $1, decided_by = $2, decided_for_id = $3, decided_at = $4, decision_reason = $5, version = version + 1
WHERE id = $6 AND decision IS NULL
