-- A commit must be on disk when it is answered, whatever the default of the server is; stricter settings stay.
SELECT
    set_config('bytea_output', 'hex', false),
    set_config('standard_conforming_strings', 'on', false),
    set_config('timezone', 'UTC', false),
    -- Lists with optional filters: one plan for every combination of them is many times slower than a plan of its own.
    set_config('plan_cache_mode', 'force_custom_plan', false),
    set_config('lock_timeout', $1, false),
    set_config('synchronous_commit',
        CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END,
        false)
