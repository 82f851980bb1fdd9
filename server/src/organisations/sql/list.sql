-- All that is found, sorted in any way; for what is not too much.
WITH
@include organisations/found
, asked (sort) AS (SELECT CAST($8 AS TEXT)),
@include organisations/list_page
    LIMIT $9 OFFSET $10
),
@include organisations/with_parents
@include organisations/list_order
