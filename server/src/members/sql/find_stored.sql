SELECT m.full_name, m.birth_year, m.joined_on, m.joined_precision, m.left_on, m.left_precision, m.left_reason, m.branch, m.kind,
    m.identity_hash, m.identity_cipher, m.identity_tail, m.version
FROM member m
WHERE m.id = $1
