//! Many rows in few statements.

/// Rows a statement carries at most: beyond this, a longer text costs more than another round saves.
pub(crate) const ROWS: usize = 250;

/// Ids an `IN (…)` carries.
pub(crate) const KEYS: usize = 500;

/// Inserts rows with as few statements as the limits allow.
macro_rules! insert_rows {
    ($pen:expr, $head:expr, $columns:literal, $rows:expr, |$row:ident, $item:pat_param| $push:block, $tail:expr) => {{
        const CHUNK: usize = {
            let fit = $crate::dialect::MAX_BINDS / $columns;
            if fit < $crate::bulk::ROWS { fit } else { $crate::bulk::ROWS }
        };
        for chunk in $rows.chunks(CHUNK) {
            each_backend!($pen, |conn| {
                let mut query = sqlx::QueryBuilder::<Db>::new($head);
                query.push_values(chunk, |mut $row, $item| $push);
                query.push($tail);
                // Only full chunks share a text worth keeping prepared.
                query.build().persistent(chunk.len() == CHUNK).execute(conn).await?;
            });
        }
    }};
}

/// Runs `SELECT … IN (keys)` in chunks and collects the rows as `$type`.
macro_rules! select_in {
    ($tx:expr, $type:ty, $head:expr, $keys:expr, $tail:expr) => {{
        let mut found: Vec<$type> = Vec::new();
        for chunk in $keys.chunks($crate::bulk::KEYS) {
            let rows: Vec<$type> = each_backend!($tx, |conn| {
                let mut query = sqlx::QueryBuilder::<Db>::new($head);
                query.push(" (");
                let mut list = query.separated(", ");
                for key in chunk {
                    list.push_bind(key);
                }
                query.push(")").push($tail);
                query
                    .build_query_as::<$type>()
                    .persistent(chunk.len() == $crate::bulk::KEYS)
                    .fetch_all(conn)
                    .await?
            });
            found.extend(rows);
        }
        found
    }};
}

pub(crate) use {insert_rows, select_in};
