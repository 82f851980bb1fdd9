WITH asked (day) AS (SELECT CAST($1 AS TEXT)),
wanted (id) AS (SELECT id FROM organisation)
@include associations/similar_subjects
