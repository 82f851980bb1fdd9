UPDATE association_asset SET
    kind = $1, name = $2, tenure = $3, lender = $4, address = $5, value = $6,
    version = version + 1
WHERE id = $7 AND version = $8 AND removed_at IS NULL
