WITH RECURSIVE
@include associations/visible
,
wanted (id) AS (SELECT id FROM visible),
asked (day) AS (SELECT CAST($3 AS TEXT))
@include associations/similar_subjects
