SELECT CAST(COUNT(*) AS TEXT) || ' ' || COALESCE(MAX(m.changed_at), '')
@include members/held
