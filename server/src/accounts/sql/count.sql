WITH RECURSIVE
@include organisations/scope
SELECT COUNT(*)
FROM user_account u
WHERE
@include accounts/within_reach
