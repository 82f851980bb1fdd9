UPDATE document SET
    direction = $1, document_type = $2, number = $3, symbol = $4, symbol_key = $5,
    parent_body_as_printed = $6, issuing_body_as_printed = $7, issuer_id = $8, place = $9, issue_date = $10,
    issue_date_precision = $11, received_date = $12, subject = $13, signing_authority = $14,
    signer_post = $15, signer_name = $16, urgency = $17, search_key = $18, exact_key = $19, sort_key = $20,
    status = $21, version = version + 1
WHERE id = $22 AND version = $23
