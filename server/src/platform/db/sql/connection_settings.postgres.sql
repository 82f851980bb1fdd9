-- A commit must be on disk when it is answered, whatever the default of the server is; stricter settings stay.
SELECT
    set_config('bytea_output', 'hex', false),
    set_config('standard_conforming_strings', 'on', false),
    set_config('timezone', 'UTC', false),
    set_config('lock_timeout', $1, false),
    set_config('synchronous_commit',
        CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END,
        false)
