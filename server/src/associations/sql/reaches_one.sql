-- 1: within the scope of the role; 0: only supervised by a body in it.
WITH RECURSIVE
@include associations/visible
SELECT CASE WHEN v.id IN (SELECT s.id FROM scope s) THEN 1 ELSE 0 END FROM visible v WHERE v.id = $4
