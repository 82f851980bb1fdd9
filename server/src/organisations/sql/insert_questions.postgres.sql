-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO event_question
    (id, entity, entity_id, from_id, provisional_id, event_id)
SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, CAST($2 AS TEXT)
FROM j
