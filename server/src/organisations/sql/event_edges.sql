SELECT predecessor_id, successor_id, share FROM organisation_lineage WHERE event_id = $1 ORDER BY position LIMIT $2
