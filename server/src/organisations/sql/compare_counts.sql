WITH
@include organisations/compared
SELECT c.change, COUNT(*) FROM changed c GROUP BY c.change
