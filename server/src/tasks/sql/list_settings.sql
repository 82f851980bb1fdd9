SELECT name, value FROM setting WHERE name LIKE 'tasks.%' AND valid_from <= $1 ORDER BY valid_from, recorded_from
