"""Whether the tables are those that Hubdesk makes."""

from collections import defaultdict

from sqlalchemy import Connection

from hubdesk.store.tables import METADATA

_OF_A_FILE = (
    "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'"
)
_OF_A_DATABASE = (
    "SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid "
    "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace "
    "AND attnum > 0 AND NOT attisdropped"
)


def tables_stand(connection: Connection) -> bool:
    """Whether every table is there, with its columns and no others. Tables beside them are left alone."""
    query = _OF_A_FILE if connection.dialect.name == "sqlite" else _OF_A_DATABASE
    there: defaultdict[str, set[str]] = defaultdict(set)
    for table, column in connection.exec_driver_sql(query):
        there[table].add(column)
    return all(there[name] == set(table.columns.keys()) for name, table in METADATA.tables.items())
