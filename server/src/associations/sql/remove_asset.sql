UPDATE association_asset SET removed_at = $1, version = version + 1
WHERE id = $2 AND version = $3 AND removed_at IS NULL
