-- After thousands of new rows: without it the planner still takes the tables for empty.
ANALYZE organisation, organisation_state, organisation_name, organisation_relation, organisation_event_part, organisation_lineage
