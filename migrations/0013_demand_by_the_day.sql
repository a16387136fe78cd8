-- owner: outcomes
-- why:   what is reported to the hub is known by the day, so it is counted over the programme's 90
--        days; only what the police publish is counted over whole months. What was kept was counted
--        over whole months alike.
-- safe:  changes no shape; what it forgets is counted again within the hour. `days` is from now on
--        the length of the window of what is reported, `from_on` and `to_on` are the months'.
UPDATE outcome_demand
   SET days = 90, is_known = 0, reported = NULL, recorded = NULL, months = '', looked_at = '';
