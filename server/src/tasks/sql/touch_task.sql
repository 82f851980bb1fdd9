UPDATE task SET version = version + 1 WHERE id = $1
