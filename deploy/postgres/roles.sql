-- Two roles and one database: the owner makes the tables, the application only works with their rows.
-- For psql, as a superuser, on a server that is the monitor's own; run again at will.
-- From the environment: PVI_DATABASE, PVI_OWNER_PASSWORD, PVI_APP_PASSWORD.
\set ON_ERROR_STOP on
\getenv database PVI_DATABASE
\getenv owner_password PVI_OWNER_PASSWORD
\getenv app_password PVI_APP_PASSWORD

SELECT format('CREATE ROLE %I', role) FROM unnest(ARRAY['pvi_owner', 'pvi_app']) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec

ALTER ROLE pvi_owner WITH LOGIN NOSUPERUSER NOCREATEROLE PASSWORD :'owner_password';
ALTER ROLE pvi_app WITH LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD :'app_password';

-- In the template, so that every database of this server is born with the same privileges.
-- No TRUNCATE and no TRIGGER: append-only tables must stay so for the application.
\connect template1
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pvi_app;
ALTER DEFAULT PRIVILEGES FOR ROLE pvi_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE pvi_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO pvi_app;
ALTER DEFAULT PRIVILEGES FOR ROLE pvi_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO pvi_app;
ALTER DEFAULT PRIVILEGES FOR ROLE pvi_owner IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO pvi_app;

\connect postgres
SELECT format('CREATE DATABASE %I OWNER pvi_owner', :'database')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO pvi_app;
