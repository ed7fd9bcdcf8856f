-- fails in one tenant only
ALTER TABLE only_here ADD COLUMN more int;
