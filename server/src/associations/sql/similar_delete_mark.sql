DELETE FROM similar_mark WHERE id = $1
