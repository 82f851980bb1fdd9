WITH RECURSIVE
@include organisations/scope
,
wanted (id) AS (SELECT id FROM scope),
asked (day) AS (SELECT CAST($3 AS TEXT))
@include associations/similar_subjects
