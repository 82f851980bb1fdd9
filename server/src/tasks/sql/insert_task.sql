INSERT INTO task (id, organisation_id, document_id, parent_id, is_parent, position, section, title, text, text_start, text_end,
    lead_as_written, lead_key, deadline_kind, deadline_as_written, due_date, no_due_reason, due_decided_by, due_decided_at, recurrence,
    urgency, report_to_as_written, search_key, created_by, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
