INSERT INTO document (
    id, direction, document_type, number, symbol, symbol_key, parent_body_as_printed,
    issuing_body_as_printed, issuer_id, place, issue_date, issue_date_precision, received_date, subject,
    signing_authority, signer_post, signer_name, urgency, search_key, exact_key, sort_key, organisation_id,
    status, file_id, created_by, created_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
    $24, $25, $26
)
