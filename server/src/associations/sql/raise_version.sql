INSERT INTO association_record (organisation_id, version) VALUES ($1, 2)
ON CONFLICT (organisation_id) DO UPDATE SET version = association_record.version + 1
