WITH RECURSIVE
@include organisations/scope
,
@include tasks/asked
,
@include tasks/visible
,
@include tasks/state
,
@include tasks/filtered
SELECT f.status, COUNT(*) FROM filtered f GROUP BY f.status
