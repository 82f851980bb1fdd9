@include members/columns
@include members/held
ORDER BY m.id
