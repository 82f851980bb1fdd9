WITH
@include organisations/found
SELECT COUNT(*) FROM found
