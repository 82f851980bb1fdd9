SELECT r.id, r.version, r.organisation_id, r.recorded_at, r.removed_at, r.kind, r.term_number, r.due_on, r.reported_on, r.opinion, r.opinion_on, r.held_on, r.convened, r.present, r.result
FROM association_congress r
WHERE r.id = $1 AND r.removed_at IS NULL
