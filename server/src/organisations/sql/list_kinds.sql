SELECT code, name_vi, name_en, is_territory, is_association FROM organisation_kind ORDER BY position
