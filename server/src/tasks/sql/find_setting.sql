SELECT value FROM setting WHERE name = $1 AND valid_from <= $2 ORDER BY valid_from DESC, recorded_from DESC LIMIT 1
