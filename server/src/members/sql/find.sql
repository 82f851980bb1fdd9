@include members/columns
@include members/held
    AND m.id = $3
