//! Everything that hangs on an office, whatever it is: moved from one office to another, kept as it was, put back.
//!
//! [`HOLDERS`] names every table with a reference to an office. A test reads the schema of both databases and fails when
//! a table with such a reference is missing here, so that no later noun is forgotten when offices are merged.

use crate::{
    backend::Tx,
    dialect::{TextColumn, text_columns},
    error::Result,
    write::Pen,
};
use hoshizu_catalog::id::OfficeId;
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Row as _};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A column that names an office.
pub struct Holder {
    /// Its table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The other columns of a key that allows only one row an office: the row of the office moved to stays.
    pub(crate) alone: Option<&'static [&'static str]>,
    /// The columns kept of a row, all of them when empty: what the rest says is not the decision's business.
    kept: &'static [&'static str],
    /// Which rows count; the id is then stored as text.
    only: Option<&'static str>,
}

const fn holder(table: &'static str, column: &'static str, alone: Option<&'static [&'static str]>) -> Holder {
    Holder { table, column, alone, kept: &[], only: None }
}

/// Every table with a reference to an office, but for `office` itself.
pub const HOLDERS: &[Holder] = &[
    // Imports go on changing what a listing says; a decision only says where it belongs.
    Holder { table: "service", column: "office_id", alone: None, kept: &["id", "office_id"], only: None },
    // Of a desk in an office only where it sits.
    Holder { table: "nurse_desk", column: "office_id", alone: None, kept: &["id", "office_id"], only: None },
    holder("correction", "office_id", Some(&["field"])),
    holder("office_redirect", "office_id", None),
    holder("office_distinct", "office_id", Some(&["other_id"])),
    holder("office_distinct", "other_id", Some(&["office_id"])),
    holder("listing_pin", "office_id", None),
    holder("office_list_entry", "office_id", Some(&["list_id"])),
    holder("entry", "office_id", Some(&[])),
    holder("assurance", "office_id", Some(&["field_group"])),
    holder("photo", "office_id", Some(&[])),
    holder("letter", "office_id", None),
    // Of a sheet only whose it is; an office of two sheets has answered with both.
    Holder {
        table: "survey_sheet",
        column: "office_id",
        alone: None,
        kept: &["id", "office_id"],
        only: None,
    },
    holder("report", "partner_id", Some(&["sheet_id"])),
    holder("tie_question", "reporter_id", Some(&["wave_id", "partner_id"])),
    holder("tie_question", "partner_id", Some(&["wave_id", "reporter_id"])),
    holder("tie_statement", "office_id", None),
    holder("tie_statement", "partner_id", None),
    holder("forum_member", "office_id", None),
    Holder {
        table: "role_grant",
        column: "scope_of",
        alone: Some(&["account_id", "role", "scope_kind"]),
        kept: &[],
        only: Some("scope_kind = 'office'"),
    },
];

/// A row as texts by column.
pub(crate) type Row = BTreeMap<String, Option<String>>;

/// Rows by table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rows(BTreeMap<String, BTreeSet<Row>>);

impl Rows {
    /// What differs from another time, in words a page can translate: the table, and of a correction the field.
    pub fn difference(&self, other: &Self) -> Vec<String> {
        let empty = BTreeSet::new();
        let mut found = BTreeSet::new();
        for table in self.0.keys().chain(other.0.keys()) {
            let (ours, theirs) = (self.0.get(table).unwrap_or(&empty), other.0.get(table).unwrap_or(&empty));
            for row in ours.symmetric_difference(theirs) {
                match row.get("field") {
                    Some(Some(field)) => found.insert(format!("{table}.{field}")),
                    _ => found.insert(table.clone()),
                };
            }
        }
        found.into_iter().collect()
    }

    /// The rows of one table.
    pub fn of(&self, table: &str) -> Option<&BTreeSet<Row>> {
        self.0.get(table)
    }

    /// Only the rows that pass, by table and row.
    pub fn only(mut self, pass: impl Fn(&str, &Row) -> bool) -> Self {
        for (table, rows) in &mut self.0 {
            rows.retain(|row| pass(table, row));
        }
        self.0.retain(|_, rows| !rows.is_empty());
        self
    }
}

/// The columns of a table that name offices, each table once.
fn tables() -> BTreeMap<&'static str, Vec<&'static Holder>> {
    let mut tables: BTreeMap<&str, Vec<&Holder>> = BTreeMap::new();
    for holder in HOLDERS {
        tables.entry(holder.table).or_default().push(holder);
    }
    tables
}

async fn columns_of(tx: &mut Tx, holder: &Holder) -> Result<Vec<TextColumn>> {
    let mut columns = text_columns(tx, holder.table).await?;
    columns.retain(|column| holder.kept.is_empty() || holder.kept.contains(&column.name.as_str()));
    Ok(columns)
}

/// `column IN (ids)` over the columns that name offices.
macro_rules! push_naming {
    ($query:expr, $holders:expr, $ids:expr) => {
        for (at, holder) in $holders.iter().enumerate() {
            $query.push(if at == 0 { " WHERE (" } else { " OR (" });
            if let Some(only) = holder.only {
                $query.push(only).push(" AND ");
            }
            $query.push(holder.column).push(" IN (");
            let mut list = $query.separated(", ");
            for id in $ids {
                if holder.only.is_some() {
                    list.push_bind(id.to_string());
                } else {
                    list.push_bind(id.0);
                }
            }
            $query.push("))");
        }
    };
}

/// Everything that hangs on these offices now.
pub(crate) async fn kept(tx: &mut Tx, ids: &[OfficeId]) -> Result<Rows> {
    let mut all = Rows::default();
    for (table, holders) in tables() {
        let columns = columns_of(tx, holders[0]).await?;
        let list: Vec<&str> = columns.iter().map(|column| column.read.as_str()).collect();
        let head = format!("SELECT {} FROM {table}", list.join(", "));
        let rows: Vec<Vec<Option<String>>> = each_backend!(tx, |conn| {
            let mut query = sqlx::QueryBuilder::<Db>::new(head);
            push_naming!(query, holders, ids);
            let rows = query.build().persistent(false).fetch_all(conn).await?;
            rows.iter()
                .map(|row| (0..columns.len()).map(|at| row.try_get(at)).collect())
                .collect::<Result<_, sqlx::Error>>()?
        });
        let named = rows
            .into_iter()
            .map(|row| columns.iter().map(|column| column.name.clone()).zip(row).collect::<Row>());
        let named: BTreeSet<Row> = named.collect();
        if !named.is_empty() {
            all.0.insert(table.to_owned(), named);
        }
    }
    Ok(all)
}

/// Runs a statement with two offices bound as the holder stores them.
macro_rules! with_pair {
    ($conn:expr, $holder:expr, $sql:expr, $from:expr, $to:expr) => {{
        let mut query = sqlx::query::<Db>(AssertSqlSafe($sql)).persistent(false);
        for id in [$from, $to] {
            query = if $holder.only.is_some() { query.bind(id.to_string()) } else { query.bind(id.0) };
        }
        query.execute($conn).await?;
    }};
}

/// Moves everything from one office to another. Where only one row may stand, that of `to` stays and the other is gone
/// (it is in what [`kept`] gave before).
pub(crate) async fn move_all(pen: &mut Pen<'_>, from: OfficeId, to: OfficeId) -> Result<()> {
    for holder in HOLDERS {
        let Holder { table, column, .. } = holder;
        let only = holder.only.map_or(String::new(), |only| format!("{only} AND "));
        if let Some(others) = holder.alone {
            let same: String =
                others.iter().map(|other| format!(" AND other.{other} = {table}.{other}")).collect();
            each_backend!(pen, |conn| with_pair!(
                conn,
                holder,
                format!(
                    "DELETE FROM {table} WHERE {only}{column} = $1 AND EXISTS \
                     (SELECT 1 FROM {table} AS other WHERE other.{column} = $2{same})"
                ),
                from,
                to
            ));
        }
        each_backend!(pen, |conn| with_pair!(
            conn,
            holder,
            format!("UPDATE {table} SET {column} = $2 WHERE {only}{column} = $1"),
            from,
            to
        ));
    }
    // Two that are one are no pair any more.
    each_backend!(pen, |conn| sqlx::query("DELETE FROM office_distinct WHERE office_id = other_id")
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Puts back what hung on these offices at another time. Rows of which only the office was kept go back to it; all
/// others are written anew.
pub(crate) async fn put_back(pen: &mut Pen<'_>, ids: &[OfficeId], before: &Rows) -> Result<()> {
    for (table, holders) in tables() {
        let rows = before.0.get(table);
        if holders[0].kept.is_empty() {
            each_backend!(pen, |conn| {
                let mut query = sqlx::QueryBuilder::<Db>::new(format!("DELETE FROM {table}"));
                push_naming!(query, holders, ids);
                query.build().persistent(false).execute(conn).await?;
            });
            write_rows(pen, table, rows).await?;
        } else {
            send_back(pen, table, rows).await?;
        }
    }
    Ok(())
}

/// Writes kept rows as they were.
pub(crate) async fn write_rows(pen: &mut Pen<'_>, table: &str, rows: Option<&BTreeSet<Row>>) -> Result<()> {
    let Some(rows) = rows else { return Ok(()) };
    let columns = text_columns(pen.tx(), table).await?;
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let values: Vec<String> = columns.iter().enumerate().map(|(at, c)| c.write(at + 1)).collect();
    for row in rows {
        each_backend!(pen, |conn| {
            let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
            let mut query = sqlx::query::<Db>(AssertSqlSafe(sql)).persistent(false);
            for name in &names {
                query = query.bind(row.get(*name).cloned().flatten());
            }
            query.execute(conn).await?;
        });
    }
    Ok(())
}

async fn send_back(pen: &mut Pen<'_>, table: &str, rows: Option<&BTreeSet<Row>>) -> Result<()> {
    let sql = format!("UPDATE {table} SET office_id = $2 WHERE id = $1");
    let id = |row: &Row, column: &str| {
        row.get(column).cloned().flatten().and_then(|text| text.parse::<Uuid>().ok())
    };
    for row in rows.into_iter().flatten() {
        if let (Some(service), Some(office)) = (id(row, "id"), id(row, "office_id")) {
            each_backend!(pen, |conn| sqlx::query(AssertSqlSafe(sql.clone()))
                .bind(service)
                .bind(office)
                .execute(conn)
                .await
                .map(|_| ()))?;
        }
    }
    Ok(())
}
