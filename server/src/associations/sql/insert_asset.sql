INSERT INTO association_asset
    (id, kind, name, tenure, lender, address, value, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
