WITH
@include organisations/walk_page
    ORDER BY n.sort_key, n.organisation_id
    LIMIT $8 OFFSET $9
),
@include organisations/with_parents
ORDER BY p.sort_key, p.id
