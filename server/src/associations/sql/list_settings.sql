SELECT code, value, valid_from, basis, is_confirmed FROM association_setting ORDER BY code, valid_from
