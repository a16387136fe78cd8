-- owner: access
-- why:   decision 0012. Every request asked again who may do what and what each agency is called.
--        The server may remember it as long as this number stays the same.
-- safe:  adds a table of one row; the release before this one ignores it.

-- Grows in the transaction that changes anything of the directory, whoever changes it and how.
CREATE TABLE access_version (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    number BIGINT NOT NULL
);
INSERT INTO access_version (id, number) VALUES (1, 1);

-- only: sqlite
CREATE TRIGGER org_partnership_insert_version AFTER INSERT ON org_partnership
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_partnership_update_version AFTER UPDATE ON org_partnership
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_partnership_delete_version AFTER DELETE ON org_partnership
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_area_insert_version AFTER INSERT ON org_area
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_area_update_version AFTER UPDATE ON org_area
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_area_delete_version AFTER DELETE ON org_area
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_agency_insert_version AFTER INSERT ON org_agency
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_agency_update_version AFTER UPDATE ON org_agency
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_agency_delete_version AFTER DELETE ON org_agency
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_team_insert_version AFTER INSERT ON org_team
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_team_update_version AFTER UPDATE ON org_team
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER org_team_delete_version AFTER DELETE ON org_team
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER user_account_insert_version AFTER INSERT ON user_account
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER user_account_update_version AFTER UPDATE ON user_account
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER user_account_delete_version AFTER DELETE ON user_account
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER role_assignment_insert_version AFTER INSERT ON role_assignment
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER role_assignment_update_version AFTER UPDATE ON role_assignment
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER role_assignment_delete_version AFTER DELETE ON role_assignment
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER access_scope_insert_version AFTER INSERT ON access_scope
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER access_scope_update_version AFTER UPDATE ON access_scope
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER access_scope_delete_version AFTER DELETE ON access_scope
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
-- end only
-- only: postgresql
CREATE FUNCTION raise_access_version() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; RETURN NULL; END $$;
CREATE TRIGGER org_partnership_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON org_partnership
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER org_area_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON org_area
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER org_agency_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON org_agency
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER org_team_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON org_team
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER user_account_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON user_account
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER role_assignment_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON role_assignment
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER access_scope_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON access_scope
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
-- end only
