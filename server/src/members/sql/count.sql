SELECT COUNT(*)
@include members/filtered
