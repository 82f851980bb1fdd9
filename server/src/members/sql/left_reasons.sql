SELECT value FROM setting
WHERE name = 'members.left_reasons' AND valid_from <= $1
ORDER BY valid_from DESC, recorded_from DESC
LIMIT 1
