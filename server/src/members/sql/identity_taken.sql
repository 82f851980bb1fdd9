SELECT 1
@include members/held
    AND m.identity_hash = $3 AND (CAST($4 AS TEXT) IS NULL OR m.id <> $4) AND (m.left_on IS NULL OR m.left_on > $2)
LIMIT 1
