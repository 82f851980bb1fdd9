SELECT 1 FROM setting WHERE name = 'installation.kind' AND value = '"demonstration"'
