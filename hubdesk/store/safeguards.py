"""Triggers that keep the log and the issued runs append-only, whoever writes to the database.

`INSERT OR REPLACE` deletes without a word unless a connection asks for recursive triggers, and another
program need not ask: so a row may also only be inserted with the next number.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from hubdesk.store.tables import APPEND_ONLY, ISSUED_RUN

_NO_REPEAT = {ISSUED_RUN.name: "EXISTS (SELECT 1 FROM issued_run WHERE name = NEW.name)"}


def _sqlite_triggers() -> Iterator[tuple[str, str]]:
    for table, what in APPEND_ONLY.items():
        for verb, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
            refusal = f"BEGIN SELECT RAISE(ABORT, '{what}: never {done}'); END"
            name = f"{table}_is_never_{done}"
            yield name, f"CREATE TRIGGER {name} BEFORE {verb} ON {table} {refusal}"
        follows_on = f"(SELECT coalesce(max(sequence), 0) + 1 FROM {table})"  # noqa: S608 - our own names
        repeat = f" OR {_NO_REPEAT[table]}" if table in _NO_REPEAT else ""
        refusal = f"BEGIN SELECT RAISE(ABORT, '{what}: only the next one may be added'); END"
        name = f"{table}_only_grows"
        condition = f"WHEN NEW.sequence IS NOT {follows_on}{repeat}"
        yield name, f"CREATE TRIGGER {name} BEFORE INSERT ON {table} {condition} {refusal}"


SQLITE_TRIGGERS: Mapping[str, str] = dict(_sqlite_triggers())
"""Each trigger's name and the very text that makes it, which SQLite keeps."""


_FUNCTIONS: Mapping[str, str] = {
    "hubdesk_append_only": " BEGIN RAISE EXCEPTION '%: never changed or deleted', TG_TABLE_NAME; END ",
    "hubdesk_only_next": " DECLARE next bigint; "
    "BEGIN EXECUTE format('SELECT coalesce(max(sequence), 0) + 1 FROM %I.%I', "
    "TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO next; "
    "IF NEW.sequence IS DISTINCT FROM next THEN "
    "RAISE EXCEPTION '%: only the next one may be added', TG_TABLE_NAME; END IF; RETURN NEW; END ",
}
"""What the triggers on PostgreSQL do, by the name of the function."""


def _postgresql_triggers() -> Iterator[tuple[str, str, str, str]]:
    kept, next_only = _FUNCTIONS
    for table in APPEND_ONLY:
        for name, when, function in (
            (f"{table}_is_kept", f"BEFORE DELETE OR UPDATE ON {table} FOR EACH ROW", kept),
            (f"{table}_is_not_emptied", f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT", kept),
            (f"{table}_only_grows", f"BEFORE INSERT ON {table} FOR EACH ROW", next_only),
        ):
            yield table, name, f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION {function}()", function


def postgresql_triggers() -> Iterator[str]:
    """The statements that make the same triggers on PostgreSQL, where TRUNCATE is one more way in."""
    for name, body in _FUNCTIONS.items():
        yield f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
    for table, name, statement, _function in _postgresql_triggers():
        yield statement
        # ALWAYS: also for a session that calls itself a replica, where triggers otherwise sleep.
        yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"


def safeguards_stand(connection: Connection) -> bool:
    """Whether the triggers are as Hubdesk makes them, and nothing else acts on its tables."""
    if connection.dialect.name == "sqlite":
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        return {each.name: each.sql for each in made} == SQLITE_TRIGGERS
    # What PostgreSQL would write to make each trigger, and the very text that its function runs.
    made = connection.exec_driver_sql(
        "SELECT pg_get_triggerdef(pg_trigger.oid, true), tgenabled::text, prosrc, proconfig IS NULL "
        "FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid "
        "WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
    )
    ours = {(statement, "A", _FUNCTIONS[of], True) for _, _, statement, of in _postgresql_triggers()}
    rules = connection.exec_driver_sql(
        "SELECT count(*) FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class "
        "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
    )
    return {tuple(each) for each in made} == ours and rules.scalar_one() == 0
