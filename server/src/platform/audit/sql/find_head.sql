SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1
