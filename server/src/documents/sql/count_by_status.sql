WITH RECURSIVE
@include organisations/scope
,
@include documents/found
SELECT status, COUNT(*) FROM found GROUP BY status ORDER BY status
