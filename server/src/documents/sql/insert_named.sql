INSERT INTO named_document
    (id, document_type, number_symbol, symbol_key, issue_date, issue_date_precision, issuer_as_written, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
