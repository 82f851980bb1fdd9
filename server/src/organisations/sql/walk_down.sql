WITH
@include organisations/walk_page
    ORDER BY n.sort_key DESC, n.organisation_id DESC
    LIMIT $8 OFFSET $9
),
@include organisations/with_parents
ORDER BY p.sort_key DESC, p.id DESC
