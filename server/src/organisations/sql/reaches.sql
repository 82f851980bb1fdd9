WITH RECURSIVE
@include organisations/scope
SELECT 1 FROM scope WHERE id = $4
