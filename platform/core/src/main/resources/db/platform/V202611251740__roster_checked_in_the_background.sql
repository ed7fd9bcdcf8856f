-- A large file is checked behind the request, as it is written.
ALTER TABLE roster_import
    DROP CONSTRAINT roster_import_state_check,
    ADD CONSTRAINT roster_import_state_check
        CHECK (state IN ('UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED'));
