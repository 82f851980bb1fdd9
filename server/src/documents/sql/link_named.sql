-- What documents of the register $3 say of a named document is said of the registered one from now on.
UPDATE document_relation SET target_document_id = $1, named_document_id = NULL
WHERE named_document_id = $2
    AND document_id IN (SELECT d.id FROM document d WHERE d.organisation_id = $3 AND d.id <> $1)
